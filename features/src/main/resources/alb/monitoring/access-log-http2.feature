@guide:monitoring/access-log-http2 @feature:access-log @core @needs:access-log @needs:h2 @needs:certificates @time:virtual
Feature: Access log entries: HTTP/2
  Each request has an entry of its own.

  Background:
    Given a load balancer with an HTTPS listener
    And access logs are enabled
    And a target group "blue" with 1 target and the settings:
      | HealthCheckIntervalSeconds | 300 |

  @req:LOG-H2-001 @req:LOG-H2-002
  Scenario: an HTTP/2 request
    Given the listener forwards to "blue"
    When an HTTP/2 client requests "/a?b=c" from "www.example.com" with the headers:
      | User-Agent | curl/7.46.0 |
    Then the access log entry has:
      | type               | h2                                              |
      | client:port        | <client-ip>:<client-port>                       |
      | target:port        | <blue-1-ip>:<blue-1-port>                       |
      | request            | GET https://www.example.com:443/a?b=c HTTP/2.0  |
      | user_agent         | curl/7.46.0                                     |
      | elb_status_code    | 200                                             |
      | target_status_code | 200                                             |
      | domain_name        | www.example.com                                 |
      | ssl_protocol       | TLSv1.2                                         |

  @req:LOG-H2-003
  Scenario: the requests of a connection
    Given the listener forwards to "blue"
    And a rule with priority 10 that answers the path "/fixed" with:
      | StatusCode | 418 |
    When an HTTP/2 client requests "/1"
    And the client requests "/fixed"
    Then the access log has 2 entries
    And access log entry 1 has:
      | request         | GET https://example.com:443/1 HTTP/2.0 |
      | elb_status_code | 200                                    |
    And access log entry 2 has:
      | request         | GET https://example.com:443/fixed HTTP/2.0 |
      | elb_status_code | 418                                        |

  @req:LOG-H2-001 @req:LOG-FIELD-036 @feature:grpc
  Scenario: a request for an HTTP/2 target that takes its time
    Given a target group "green" with 1 HTTP/2 target
    And the listener forwards to "green"
    And HTTP/2 target "green-1" holds its answers
    When an HTTP/2 client connects
    And the client requests "/" in the background
    And HTTP/2 target "green-1" has received 1 request
    And 3 s pass
    And HTTP/2 target "green-1" releases its answers
    Then the access log entry has:
      | elb_status_code          | 200            |
      | target_status_code       | 200            |
      | request_processing_time  | ~ 0[.][0-9]{3} |
      | target_processing_time   | ~ 3[.][0-9]{3} |
      | response_processing_time | ~ 0[.][0-9]{3} |

  @req:LOG-H2-001 @req:LOG-FIELD-036 @req:LOG-FIELD-010 @feature:grpc
  Scenario: a request that an HTTP/2 target resets
    Given a target group "green" with 1 HTTP/2 target
    And the listener forwards to "green"
    And HTTP/2 target "green-1" answers with "RST_STREAM"
    When an HTTP/2 client requests "/"
    Then the access log entry has:
      | elb_status_code          | 502 |
      | target_status_code       | -   |
      | request_processing_time  | -1  |
      | target_processing_time   | -1  |
      | response_processing_time | -1  |
