@guide:monitoring/access-log-trace-id @feature:access-log @needs:access-log @time:virtual @core
Feature: Access log entries: trace identifier
  The log has the X-Amzn-Trace-Id header as the target got it.

  @req:LOG-FIELD-019
  Scenario Outline: a request that came with X-Amzn-Trace-Id: <sent>
    Given a load balancer
    And access logs are enabled
    And a target group "blue" with 1 target and the settings:
      | HealthCheckIntervalSeconds | 300 |
    And the listener forwards to "blue"
    When a client requests "/" with the headers:
      | <header> | <sent> |
    Then the access log entry has:
      | trace_id | <logged> |

    Examples:
      | header          | sent                                     | logged                                                                        |
      | X-Other         | nothing                                  | ~ Root=1-[0-9a-f]{8}-[0-9a-f]{24}                                             |
      | X-Amzn-Trace-Id | Root=1-67891233-abcdef012345678912345678 | ~ Self=1-[0-9a-f]{8}-[0-9a-f]{23,24};Root=1-67891233-abcdef012345678912345678 |
