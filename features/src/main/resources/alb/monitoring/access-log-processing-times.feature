@guide:monitoring/access-log-processing-times @feature:access-log @needs:access-log @time:virtual @core
Feature: Access log entries: requests that are late, or not whole
  Three times say where a request spent its time. They are -1 where there is nothing to say.

  Background:
    Given a load balancer
    And access logs are enabled
    And a target group "blue" with 1 target and the settings:
      | HealthCheckIntervalSeconds | 300 |

  @req:LOG-FIELD-037
  Scenario: the time a client takes for its body counts as the target's
    Given the listener forwards to "blue"
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      Content-Length: 10

      hello\
      """
    And 3 s pass
    And the client sends:
      """
      world\
      """
    Then the access log entry has:
      | request_processing_time  | ~ 0[.][0-9]{3} |
      | target_processing_time   | ~ 3[.][0-9]{3} |
      | response_processing_time | ~ 0[.][0-9]{3} |
      | elb_status_code          | 200            |

  @req:LOG-FIELD-036 @req:LOG-FIELD-010
  Scenario Outline: a target that <ends> the connection
    Given the listener forwards to "blue"
    And target "blue-1" <ends> the connection instead of answering
    When a client requests "/"
    Then the access log entry has:
      | elb_status_code          | 502 |
      | target_status_code       | -   |
      | request_processing_time  | -1  |
      | target_processing_time   | -1  |
      | response_processing_time | -1  |

    Examples:
      | ends   |
      | closes |
      | resets |

  @req:LOG-FIELD-035 @req:LOG-FIELD-024
  Scenario: a client that does not send its whole request
    Given the listener forwards to "blue"
    When a client sends:
      """
      GET / HTTP/1.1
      Host: exam\
      """
    And 61 s pass
    Then the access log entry has:
      | elb_status_code         | 408 |
      | target:port             | -   |
      | target:port_list        | -   |
      | request_processing_time | -1  |
      | actions_executed        | -   |

  @req:LOG-FIELD-013
  Scenario Outline: the URL is recorded as it was sent: <target>
    When a client sends:
      """
      GET <target> HTTP/1.<minor>
      Host: www.example.com

      """
    Then the access log entry has:
      | request | GET http://www.example.com:80<recorded> HTTP/1.<minor> |

    Examples:
      | target                            | minor | recorded           |
      | /a/../b//c?x=%7e&y                | 1     | /a/../b//c?x=%7e&y |
      | /a%20b;c=d                        | 0     | /a%20b;c=d         |
      | http://www.example.com/index.html | 1     | /index.html        |
