@guide:load-balancers/changing-attributes @feature:lb-attributes
Feature: Changing load balancer attributes
  What a call sets it sets as a whole.

  @core @req:LB-ATTR-017
  Scenario: several attributes are set by one call
    Given a load balancer
    When a user calls "ModifyLoadBalancerAttributes" with:
      | LoadBalancerArn     | <load-balancer-arn>          |
      | Attributes[1].Key   | idle_timeout.timeout_seconds |
      | Attributes[1].Value | 30                           |
      | Attributes[2].Key   | routing.http2.enabled        |
      | Attributes[2].Value | false                        |
    Then the call succeeds
    And the load balancer attribute "idle_timeout.timeout_seconds" is "30"
    And the load balancer attribute "routing.http2.enabled" is "false"

  @core @req:LB-ATTR-017
  Scenario: one value that is refused leaves every attribute as it was
    Given a load balancer
    When a user calls "ModifyLoadBalancerAttributes" with:
      | LoadBalancerArn     | <load-balancer-arn>          |
      | Attributes[1].Key   | idle_timeout.timeout_seconds |
      | Attributes[1].Value | 30                           |
      | Attributes[2].Key   | routing.http2.enabled        |
      | Attributes[2].Value | maybe                        |
    Then the call is refused with "ValidationError" and a message that names "routing.http2.enabled"
    And the load balancer attribute "idle_timeout.timeout_seconds" is "60"

  @core @req:LB-ATTR-018
  Scenario: an attribute that is set leaves the others as they are
    Given a load balancer
    And the load balancer attribute "client_keep_alive.seconds" is set to "600"
    When a user sets the load balancer attribute "idle_timeout.timeout_seconds" to "30"
    Then the load balancer attribute "client_keep_alive.seconds" is "600"
    And the load balancer attribute "waf.fail_open.enabled" is "false"

  @core @req:LB-CREATE-010
  Scenario: a new load balancer has every attribute
    Given a load balancer
    When a user calls "DescribeLoadBalancerAttributes" with:
      | LoadBalancerArn | <load-balancer-arn> |
    Then the answer has:
      | Attributes[Key=access_logs.s3.enabled].Value       | false |
      | Attributes[Key=deletion_protection.enabled].Value  | false |
      | Attributes[Key=idle_timeout.timeout_seconds].Value | 60    |
      | Attributes[Key=routing.http2.enabled].Value        | true  |

  @core @req:LB-ATTR-001 @req:LB-ATTR-004 @req:LB-ATTR-005 @req:LB-ATTR-006 @req:LB-ATTR-007 @req:LB-ATTR-008
  @req:LB-ATTR-009 @req:LB-ATTR-010 @req:LB-ATTR-011 @req:LB-ATTR-012 @req:LB-ATTR-013 @req:LB-ATTR-014 @req:LB-ATTR-015
  Scenario Outline: <attribute> is no "<value>"
    Given a load balancer
    When a user sets the load balancer attribute "<attribute>" to "<value>"
    Then the call is refused with "ValidationError" and a message that names "<attribute>"
    And the load balancer attribute "<attribute>" is "<still>"

    Examples:
      | attribute                                                | value      | still     |
      | access_logs.s3.enabled                                   | TRUE       | false     |
      | access_logs.s3.enabled                                   |            | false     |
      | client_keep_alive.seconds                                | -60        | 3600      |
      | client_keep_alive.seconds                                | 1h         | 3600      |
      | client_keep_alive.seconds                                | 60.5       | 3600      |
      | client_keep_alive.seconds                                |            | 3600      |
      | deletion_protection.enabled                              | yes        | false     |
      | idle_timeout.timeout_seconds                             | -1         | 60        |
      | idle_timeout.timeout_seconds                             | 1.5        | 60        |
      | idle_timeout.timeout_seconds                             | 4294967297 | 60        |
      | idle_timeout.timeout_seconds                             |            | 60        |
      | ipv6.deny_all_igw_traffic                                | maybe      | false     |
      | routing.http.desync_mitigation_mode                      | Defensive  | defensive |
      | routing.http.desync_mitigation_mode                      |            | defensive |
      | routing.http.drop_invalid_header_fields.enabled          | 0          | false     |
      | routing.http.preserve_host_header.enabled                | on         | false     |
      | routing.http.x_amzn_tls_version_and_cipher_suite.enabled | yes        | false     |
      | routing.http.xff_client_port.enabled                     | 1          | false     |
      | routing.http.xff_header_processing.mode                  | true       | append    |
      | routing.http2.enabled                                    | h2         | true      |
      | waf.fail_open.enabled                                    | open       | false     |

  @core @req:LB-ATTR-001 @req:LB-ATTR-002 @req:LB-ATTR-003 @req:LB-ATTR-005 @req:LB-ATTR-007
  Scenario Outline: <attribute> can be "<value>"
    Given a load balancer
    When a user sets the load balancer attribute "<attribute>" to "<value>"
    Then the call succeeds
    And the load balancer attribute "<attribute>" is "<value>"

    Examples:
      | attribute                   | value       |
      | access_logs.s3.enabled      | false       |
      | access_logs.s3.bucket       | my-logs     |
      | access_logs.s3.prefix       | my-app/prod |
      | deletion_protection.enabled | true        |
      | ipv6.deny_all_igw_traffic   | true        |
