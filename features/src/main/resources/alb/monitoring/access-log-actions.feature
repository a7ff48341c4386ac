@guide:monitoring/access-log-actions @feature:access-log @needs:access-log @time:virtual @core
Feature: Access log entries: requests that no target answered
  Redirects, fixed responses and errors are logged too.

  Background:
    Given a load balancer
    And access logs are enabled

  @req:LOG-ACTION-003 @req:LOG-FIELD-025 @req:LOG-FIELD-005 @req:LOG-FIELD-006 @req:LOG-FIELD-008
  Scenario: a redirect
    Given a rule with priority 10 that redirects the path "/old" with:
      | Protocol   | HTTPS    |
      | Port       | 443      |
      | Path       | /new     |
      | StatusCode | HTTP_301 |
    When a client requests "/old?a=b"
    Then the access log entry has:
      | target:port           | -                               |
      | target_status_code    | -                               |
      | elb_status_code       | 301                             |
      | matched_rule_priority | 10                              |
      | actions_executed      | redirect                        |
      | redirect_url          | https://example.com:443/new?a=b |

  @req:LOG-ACTION-001 @req:LOG-FIELD-010 @req:LOG-FIELD-027 @req:LOG-FIELD-028
  Scenario: a fixed response
    Given a rule with priority 10 that answers the path "/gone" with:
      | StatusCode | 410 |
    When a client requests "/gone"
    Then the access log entry has:
      | target:port             | -              |
      | elb_status_code         | 410            |
      | target_status_code      | -              |
      | matched_rule_priority   | 10             |
      | actions_executed        | fixed-response |
      | target:port_list        | -              |
      | target_status_code_list | -              |

  @req:LOG-ENTRY-001 @req:LOG-FIELD-024 @req:LOG-FIELD-006 @req:LOG-FIELD-007 @req:LOG-FIELD-008 @req:LOG-FIELD-022
  Scenario: a malformed request
    When a client sends:
      """
      G(T / HTTP/1.1
      Host: example.com

      """
    Then the response has the status 400
    And the access log entry has:
      | elb_status_code          | 400 |
      | target:port              | -   |
      | target_status_code       | -   |
      | request_processing_time  | -1  |
      | target_processing_time   | -1  |
      | response_processing_time | -1  |
      | actions_executed         | -   |
      | matched_rule_priority    | -   |

  @req:LOG-ENTRY-001 @req:LOG-FIELD-005 @req:LOG-FIELD-009
  Scenario: a request without a registered target
    Given a target group "blue" with 0 targets
    And the listener forwards to "blue"
    When a client requests "/"
    Then the access log entry has:
      | elb_status_code          | 503 |
      | target:port              | -   |
      | target_status_code       | -   |
      | request_processing_time  | -1  |
      | target_processing_time   | -1  |
      | response_processing_time | -1  |

  @req:LOG-FIELD-007 @req:LOG-FIELD-008 @req:LOG-FIELD-010
  Scenario: a request whose target does not answer
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "4"
    And a target group "blue" with 1 target and the settings:
      | HealthCheckIntervalSeconds | 300 |
    And the listener forwards to "blue"
    And target "blue-1" does not answer
    When a client requests "/" in the background
    And target "blue-1" has received 1 request
    And 5 s pass
    Then the response has the status 504
    And the access log entry has:
      | elb_status_code          | 504 |
      | target_status_code       | -   |
      | target_processing_time   | -1  |
      | response_processing_time | -1  |
