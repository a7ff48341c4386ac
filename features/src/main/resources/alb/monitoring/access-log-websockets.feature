@guide:monitoring/access-log-websockets @feature:access-log @feature:websocket @needs:access-log @time:virtual @core
Feature: Access log entries: WebSockets
  A WebSocket connection has one entry, written when it is closed.

  Background:
    Given a load balancer
    And access logs are enabled
    And a target group "blue" with 1 target and the settings:
      | HealthCheckIntervalSeconds | 300 |

  @req:LOG-FIELD-031 @req:LOG-FIELD-033 @req:LOG-FIELD-034 @req:LOG-ENTRY-005 @req:LOG-FIELD-010 @req:LOG-ACTION-002
  Scenario: what is recorded of a WebSocket connection
    Given the listener forwards to "blue"
    And target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And the client sends:
      """
      \x81\x05hello\
      """
    And target "blue-1" receives the bytes "\x81\x05hello"
    And target "blue-1" closes its connections
    Then the access log entry has:
      | type               | ws                                       |
      | elb_status_code    | 101                                      |
      | target_status_code | 101                                      |
      | target:port        | <blue-1-ip>:<blue-1-port>                |
      | received_bytes     | <bytes-sent>                             |
      | sent_bytes         | <bytes-received>                         |
      | request            | GET http://example.com:80/chat HTTP/1.1  |
      | actions_executed   | forward                                  |

  @req:LOG-ENTRY-005 @req:LOG-FIELD-032
  Scenario: the entry is written when the connection is closed
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "4000"
    And the listener forwards to "blue"
    And target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And 400 s pass
    Then the bucket has 0 log files
    When target "blue-1" closes its connections
    Then the access log entry has a time 400 s after its request_creation_time

  @req:LOG-ENTRY-006 @req:LOG-FIELD-001
  Scenario: a WebSocket connection that the target refuses
    Given the listener forwards to "blue"
    And target "blue-1" answers with status 403
    When a client asks for the WebSocket "/chat"
    Then the access log entry has:
      | type               | http |
      | elb_status_code    | 403  |
      | target_status_code | 403  |
