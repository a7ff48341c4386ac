@guide:troubleshooting/http-464 @feature:errors @core @needs:h2 @needs:certificates @needs:access-log
Feature: HTTP 464
  The request protocol is incompatible with the protocol version of the target group.

  Background:
    Given a load balancer with an HTTPS listener
    And access logs are enabled

  @req:ERR-464-001 @time:virtual
  Scenario Outline: an HTTP/1.1 request for a target group with <version>
    Given a target group "blue" with 1 HTTP/2 target and the settings:
      | ProtocolVersion | <version>            |
      | HealthCheckPath | /AWS.ALB/healthcheck |
    And the listener forwards to "blue"
    When a client requests "/"
    Then the response has the status 464
    And the access log entry has:
      | type               | https       |
      | target:port        | -           |
      | elb_status_code    | 464         |
      | target_status_code | -           |
      | target_group_arn   | <blue-arn>  |

    Examples:
      | version |
      | HTTP2   |
      | GRPC    |

  @req:ERR-464-002 @time:virtual
  Scenario: a gRPC request for a target group with HTTP/1.1
    Given a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a gRPC client calls "shop.Cart/Echo" with the message ""
    Then the call ends with the status "UNKNOWN" and a reason that contains "464"
    And the access log entry has:
      | type            | grpc                                                |
      | request         | POST https://example.com:443/shop.Cart/Echo HTTP/2.0 |
      | elb_status_code | 464                                                 |

  @req:ERR-464-003 @time:virtual
  Scenario: an HTTP/2 request that is not POST for a target group with gRPC
    Given a target group "blue" with 1 gRPC target
    And the listener forwards to "blue"
    When an HTTP/2 client requests "/"
    Then the response has the status 464
    And the access log entry has:
      | type            | h2  |
      | elb_status_code | 464 |
