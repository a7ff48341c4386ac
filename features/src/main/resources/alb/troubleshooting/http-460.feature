@guide:troubleshooting/http-460 @feature:errors @feature:access-log @needs:access-log @time:virtual @core
Feature: HTTP 460, and 400: clients that are gone
  The client does not wait for the answer, or does not even send its whole request. The access log tells which.

  Background:
    Given a load balancer
    And access logs are enabled
    And a target group "blue" with 1 target and the settings:
      | HealthCheckIntervalSeconds | 300 |

  @req:ERR-460-001
  Scenario Outline: the client closes its connection after <seconds> s
    Given the listener forwards to "blue"
    And target "blue-1" does not answer
    When a client requests "/report" in the background
    And target "blue-1" has received 1 request
    And <seconds> s pass
    And the client closes its connection
    Then the access log entry has:
      | elb_status_code    | 460 |
      | target_status_code | -   |

    Examples:
      | seconds |
      | 1       |
      | 50      |

  @req:ERR-400-004
  Scenario: the client closes its connection in the middle of its request
    Given the listener forwards to "blue"
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      Content-Length: 10

      hello\
      """
    And the client closes its connection
    Then the access log entry has:
      | elb_status_code    | 400                                        |
      | target_status_code | -                                          |
      | request            | POST http://example.com:80/upload HTTP/1.1 |
