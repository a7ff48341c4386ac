@guide:monitoring/cloudtrail @feature:cloudtrail @needs:audit-trail
Feature: Logging API calls for your Application Load Balancer using AWS CloudTrail
  Every call of the API leaves a record, whether it succeeds or not.

  @core @req:TRAIL-CALL-001
  Scenario: a call that is refused
    When a user calls "DescribeLoadBalancers" with:
      | Names[1] | missing-<unique> |
    Then the call is refused with "LoadBalancerNotFound"
    And the audit trail has one record with:
      | eventName                  | DescribeLoadBalancers   |
      | errorCode                  | LoadBalancerNotFound    |
      | errorMessage               | (present)               |
      | requestParameters.names[1] | missing-<unique>        |
      | responseElements           | null                    |

  @core @req:TRAIL-CALL-001 @req:TRAIL-ENTRY-001
  Scenario: a call that succeeds has no error in its record
    When a user calls "DescribeAccountLimits" with:
      | PageSize | 8 |
    And a user calls "DescribeAccountLimits" with:
      | PageSize | 9 |
    Then the audit trail has one record with:
      | requestParameters.pageSize | 8        |
      | errorCode                  | (absent) |
      | errorMessage               | (absent) |
    And the audit trail has one record with:
      | requestParameters.pageSize | 9 |

  @core @req:TRAIL-INFO-002
  Scenario Outline: <action> is recorded
    When a user calls "<action>"
    Then the audit trail has one record with:
      | eventSource | elasticloadbalancing.amazonaws.com |
      | eventName   | <action>                           |
      | eventType   | AwsApiCall                         |
      | apiVersion  | 2015-12-01                         |

    Examples:
      | action                            |
      | CreateLoadBalancer                |
      | DescribeLoadBalancers             |
      | DeleteLoadBalancer                |
      | SetSubnets                        |
      | SetSecurityGroups                 |
      | SetIpAddressType                  |
      | DescribeLoadBalancerAttributes    |
      | ModifyLoadBalancerAttributes      |
      | CreateTargetGroup                 |
      | DescribeTargetGroups              |
      | ModifyTargetGroup                 |
      | DeleteTargetGroup                 |
      | DescribeTargetGroupAttributes     |
      | ModifyTargetGroupAttributes       |
      | RegisterTargets                   |
      | DeregisterTargets                 |
      | DescribeTargetHealth              |
      | CreateListener                    |
      | DescribeListeners                 |
      | ModifyListener                    |
      | DeleteListener                    |
      | AddListenerCertificates           |
      | RemoveListenerCertificates        |
      | DescribeListenerCertificates      |
      | CreateRule                        |
      | ModifyRule                        |
      | DeleteRule                        |
      | DescribeRules                     |
      | SetRulePriorities                 |
      | CreateTrustStore                  |
      | ModifyTrustStore                  |
      | DeleteTrustStore                  |
      | DescribeTrustStores               |
      | DescribeTrustStoreAssociations    |
      | AddTrustStoreRevocations          |
      | RemoveTrustStoreRevocations       |
      | DescribeTrustStoreRevocations     |
      | GetTrustStoreCaCertificatesBundle |
      | GetTrustStoreRevocationContent    |
      | AddTags                           |
      | RemoveTags                        |
      | DescribeTags                      |
      | DescribeAccountLimits             |
      | DescribeSSLPolicies               |
