@guide:monitoring/access-log-grpc @feature:access-log @core @needs:access-log @needs:certificates @needs:h2
Feature: Access log entries of gRPC calls
  A call is a request with the type grpc. Its status is that of HTTP.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 gRPC target
    And the listener forwards to "blue"

  @req:LOG-GRPC-001 @time:virtual
  Scenario Outline: a call that ends with <status>
    Given access logs are enabled
    When a gRPC client calls "shop.Cart/<method>" with the message "<message>"
    Then the call ends with the status "<status>"
    And the access log entry has:
      | type               | grpc                                                     |
      | request            | POST https://example.com:443/shop.Cart/<method> HTTP/2.0 |
      | elb_status_code    | 200                                                      |
      | target_status_code | 200                                                      |
      | target_group_arn   | <blue-arn>                                               |

    Examples:
      | method | message   | status    |
      | Echo   | hello     | OK        |
      | Fail   | NOT_FOUND | NOT_FOUND |

  @req:LOG-GRPC-001 @time:virtual
  Scenario: a call without a server to go to
    Given access logs are enabled
    And a target group "empty" with 0 gRPC targets
    And the listener forwards to "empty"
    When a gRPC client calls "shop.Cart/Echo" with the message ""
    Then the call ends with the status "UNAVAILABLE" and a reason that contains "503"
    And the access log entry has:
      | type            | grpc |
      | elb_status_code | 503  |
