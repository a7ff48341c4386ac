@guide:load-balancers/load-balancer-attributes @feature:lb-attributes
Feature: Load balancer attributes
  Every attribute has a default and takes only certain values.

  @core @req:LB-ATTR-001 @req:LB-ATTR-003 @req:LB-ATTR-004 @req:LB-ATTR-005 @req:LB-ATTR-006 @req:LB-ATTR-007
  @req:LB-ATTR-008 @req:LB-ATTR-009 @req:LB-ATTR-010 @req:LB-ATTR-011 @req:LB-ATTR-012 @req:LB-ATTR-013
  @req:LB-ATTR-014 @req:LB-ATTR-015
  Scenario Outline: <attribute> of a new load balancer is "<default>"
    Given a load balancer
    Then the load balancer attribute "<attribute>" is "<default>"

    Examples:
      | attribute                                                | default   |
      | access_logs.s3.enabled                                   | false     |
      | access_logs.s3.prefix                                    |           |
      | client_keep_alive.seconds                                | 3600      |
      | deletion_protection.enabled                              | false     |
      | idle_timeout.timeout_seconds                             | 60        |
      | ipv6.deny_all_igw_traffic                                | false     |
      | routing.http.desync_mitigation_mode                      | defensive |
      | routing.http.drop_invalid_header_fields.enabled          | false     |
      | routing.http.preserve_host_header.enabled                | false     |
      | routing.http.x_amzn_tls_version_and_cipher_suite.enabled | false     |
      | routing.http.xff_client_port.enabled                     | false     |
      | routing.http.xff_header_processing.mode                  | append    |
      | routing.http2.enabled                                    | true      |
      | waf.fail_open.enabled                                    | false     |

  @core @req:LB-ATTR-007
  Scenario: an internal load balancer denies internet gateways
    When a user calls "CreateLoadBalancer" with:
      | Name    | lb-<unique>            |
      | Subnets | <subnet-a>, <subnet-b> |
      | Scheme  | internal               |
    Then the load balancer attribute "ipv6.deny_all_igw_traffic" is "true"

  @core @req:LB-ATTR-004 @req:LB-ATTR-005 @req:LB-ATTR-006 @req:LB-ATTR-008 @req:LB-ATTR-009 @req:LB-ATTR-010
  @req:LB-ATTR-011 @req:LB-ATTR-012 @req:LB-ATTR-013 @req:LB-ATTR-014 @req:LB-ATTR-015
  Scenario Outline: <attribute> can be set to <value>
    Given a load balancer
    When a user sets the load balancer attribute "<attribute>" to "<value>"
    Then the call succeeds
    And the load balancer attribute "<attribute>" is "<value>"

    Examples:
      | attribute                                                | value     |
      | client_keep_alive.seconds                                | 60        |
      | client_keep_alive.seconds                                | 604800    |
      | idle_timeout.timeout_seconds                             | 1         |
      | idle_timeout.timeout_seconds                             | 4000      |
      | routing.http.desync_mitigation_mode                      | monitor   |
      | routing.http.desync_mitigation_mode                      | strictest |
      | routing.http.drop_invalid_header_fields.enabled          | true      |
      | routing.http.preserve_host_header.enabled                | true      |
      | routing.http.x_amzn_tls_version_and_cipher_suite.enabled | true      |
      | routing.http.xff_client_port.enabled                     | true      |
      | routing.http.xff_header_processing.mode                  | preserve  |
      | routing.http.xff_header_processing.mode                  | remove    |
      | routing.http2.enabled                                    | false     |
      | waf.fail_open.enabled                                    | true      |

  @core @req:LB-ATTR-001 @req:LB-ATTR-004 @req:LB-ATTR-005 @req:LB-ATTR-006 @req:LB-ATTR-008 @req:LB-ATTR-009
  @req:LB-ATTR-010 @req:LB-ATTR-011 @req:LB-ATTR-012 @req:LB-ATTR-013 @req:LB-ATTR-014 @req:LB-ATTR-015 @req:LB-IDLE-004
  Scenario Outline: <attribute> cannot be set to "<value>"
    Given a load balancer
    When a user sets the load balancer attribute "<attribute>" to "<value>"
    Then the call is refused

    Examples:
      | attribute                                                | value   |
      | access_logs.s3.enabled                                   | yes     |
      | client_keep_alive.seconds                                | 59      |
      | client_keep_alive.seconds                                | 604801  |
      | deletion_protection.enabled                              | 1       |
      | idle_timeout.timeout_seconds                             | 0       |
      | idle_timeout.timeout_seconds                             | 4001    |
      | idle_timeout.timeout_seconds                             | ten     |
      | routing.http.desync_mitigation_mode                      | strict  |
      | routing.http.drop_invalid_header_fields.enabled          | on      |
      | routing.http.preserve_host_header.enabled                | yes     |
      | routing.http.x_amzn_tls_version_and_cipher_suite.enabled | 1       |
      | routing.http.xff_client_port.enabled                     | on      |
      | routing.http.xff_header_processing.mode                  | replace |
      | routing.http2.enabled                                    | off     |
      | waf.fail_open.enabled                                    | yes     |

  @core @req:LB-ATTR-002
  Scenario: access logs cannot be enabled without a bucket
    Given a load balancer
    When a user sets the load balancer attribute "access_logs.s3.enabled" to "true"
    Then the call is refused
    And the load balancer attribute "access_logs.s3.enabled" is "false"

  @extended @req:LB-ATTR-016
  Scenario: an attribute that does not exist is refused
    Given a load balancer
    When a user sets the load balancer attribute "routing.http.no_such_thing.enabled" to "true"
    Then the call is refused with "ValidationError" and a message that names "routing.http.no_such_thing.enabled"
