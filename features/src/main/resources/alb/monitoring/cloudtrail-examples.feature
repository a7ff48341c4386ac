@guide:monitoring/cloudtrail-examples @feature:cloudtrail @needs:audit-trail
Feature: Understanding Elastic Load Balancing log file entries
  The two examples: a user creates a load balancer with the AWS CLI, then deletes it.

  @core @needs:aws-cli @req:TRAIL-INFO-003 @req:TRAIL-ENTRY-004 @req:TRAIL-ENTRY-005 @req:TRAIL-FIELD-005 @req:TRAIL-FIELD-006
  Scenario: the record of CreateLoadBalancer
    When a user runs:
      """
      aws elbv2 create-load-balancer --name my-<unique> --scheme internet-facing \
      --subnets <subnet-a> <subnet-b> --security-groups <security-group>
      """
    Then the audit trail has one record with:
      | eventName                                              | CreateLoadBalancer      |
      | userAgent                                              | ~ .*aws-cli/.*          |
      | requestParameters.name                                 | my-<unique>             |
      | requestParameters.scheme                               | internet-facing         |
      | requestParameters.subnets[1]                           | <subnet-a>              |
      | requestParameters.subnets[2]                           | <subnet-b>              |
      | requestParameters.securityGroups[1]                    | <security-group>        |
      | responseElements.loadBalancers[count]                  | 1                       |
      | responseElements.loadBalancers[1].type                 | application             |
      | responseElements.loadBalancers[1].loadBalancerName     | my-<unique>             |
      | responseElements.loadBalancers[1].vpcId                | <vpc>                   |
      | responseElements.loadBalancers[1].securityGroups[1]    | <security-group>        |
      | responseElements.loadBalancers[1].state.code           | provisioning            |
      | responseElements.loadBalancers[1].dnsName              | <load-balancer-dns>     |
      | responseElements.loadBalancers[1].canonicalHostedZoneId | (present)              |
      | responseElements.loadBalancers[1].loadBalancerArn      | <load-balancer-arn>     |
      | responseElements.loadBalancers[1].scheme               | internet-facing         |

  @core @req:TRAIL-FIELD-006
  Scenario Outline: zone <number> in the record of CreateLoadBalancer
    When a user calls "CreateLoadBalancer" with:
      | Name    | my-<unique>              |
      | Subnets | <subnet-a>, <subnet-b>   |
    Then the audit trail has one record with:
      | eventName                                                               | CreateLoadBalancer |
      | responseElements.loadBalancers[1].availabilityZones[<number>].subnetId | <subnet>           |
      | responseElements.loadBalancers[1].availabilityZones[<number>].zoneName | <zone>             |

    Examples:
      | number | subnet     | zone     |
      | 1      | <subnet-a> | <zone-a> |
      | 2      | <subnet-b> | <zone-b> |

  @extended @req:TRAIL-FIELD-007
  Scenario: the time of creation in the record of CreateLoadBalancer
    When a user calls "CreateLoadBalancer" with:
      | Name    | my-<unique>            |
      | Subnets | <subnet-a>, <subnet-b> |
    Then the audit trail has one record with:
      | responseElements.loadBalancers[1].createdTime | ~ [A-Z][a-z]{2} [1-3]?[0-9], [0-9]{4} 1?[0-9]:[0-9]{2}:[0-9]{2} [AP]M |

  @core @needs:aws-cli @req:TRAIL-INFO-003 @req:TRAIL-ENTRY-004 @req:TRAIL-ENTRY-005 @req:TRAIL-FIELD-005 @req:TRAIL-FIELD-011
  Scenario: the record of DeleteLoadBalancer
    Given a load balancer without listeners
    When a user runs:
      """
      aws elbv2 delete-load-balancer --load-balancer-arn <load-balancer-arn>
      """
    Then the audit trail has one record with:
      | eventName                         | DeleteLoadBalancer  |
      | userAgent                         | ~ .*aws-cli/.*      |
      | requestParameters.loadBalancerArn | <load-balancer-arn> |
      | responseElements                  | null                |

  @core @req:TRAIL-CALL-003 @req:TRAIL-CALL-004 @req:TRAIL-CALL-005 @req:TRAIL-CALL-006 @req:TRAIL-ENTRY-002 @req:TRAIL-ENTRY-003 @req:TRAIL-ENTRY-006 @req:TRAIL-FIELD-002 @req:TRAIL-FIELD-003 @req:TRAIL-FIELD-004 @req:TRAIL-FIELD-008 @req:TRAIL-FIELD-009 @req:TRAIL-FIELD-010
  Scenario: what every record has
    When a user calls "DescribeAccountLimits" with:
      | PageSize | 7 |
    Then the audit trail has one record with:
      | userIdentity.type          | IAMUser                                       |
      | userIdentity.principalId   | (present)                                     |
      | userIdentity.arn           | ~ arn:aws:iam::<account>:user/.+              |
      | userIdentity.accountId     | <account>                                     |
      | userIdentity.accessKeyId   | (present)                                     |
      | userIdentity.userName      | (present)                                     |
      | eventTime                  | ~ [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z       |
      | eventSource                | elasticloadbalancing.amazonaws.com            |
      | eventName                  | DescribeAccountLimits                         |
      | awsRegion                  | <region>                                      |
      | sourceIPAddress            | ~ [0-9]+[.][0-9]+[.][0-9]+[.][0-9]+           |
      | userAgent                  | (present)                                     |
      | requestParameters.pageSize | 7                                             |
      | responseElements           | null                                          |
      | requestID                  | ~ [0-9a-f-]{36}                               |
      | eventID                    | ~ [0-9a-f-]{36}                               |
      | eventType                  | AwsApiCall                                    |
      | apiVersion                 | 2015-12-01                                    |
      | recipientAccountId         | <account>                                     |

  @extended @req:TRAIL-FIELD-001
  Scenario: the version of the form of records
    When a user calls "DescribeAccountLimits"
    Then the audit trail has one record with:
      | eventName    | DescribeAccountLimits |
      | eventVersion | 1.03                  |
