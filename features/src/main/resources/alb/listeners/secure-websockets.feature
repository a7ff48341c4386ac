@guide:listeners/secure-websockets @feature:websocket @needs:certificates
Feature: Listener configuration: secure WebSockets
  What holds for WebSocket connections holds over TLS, too.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @core @req:LS-WS-012
  Scenario: the request reaches the target, and its consent the client
    Given target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    Then target "blue-1" receives the request line "GET /chat HTTP/1.1"
    And target "blue-1" receives the header "Upgrade" with the value "~ (?i)websocket"
    And target "blue-1" receives the header "X-Forwarded-Proto" with the value "https"
    And the response has the status 101
    And the response has the header "Sec-WebSocket-Accept" with the value "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="

  @core @req:LS-WS-012
  Scenario: bytes pass both ways
    Given target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And the client sends:
      """
      \x81\x05hello\
      """
    And target "blue-1" sends:
      """
      \x81\x02hi\x89\x00\
      """
    And the client sends:
      """
      \x82\x04\x00\xffGET / HTTP/1.1\r\n\r\n\
      """
    Then target "blue-1" receives the bytes "\x81\x05hello\x82\x04\x00\xffGET / HTTP/1.1\r\n\r\n"
    And the client receives the bytes "\x81\x02hi\x89\x00"

  @core @req:LS-WS-012
  Scenario: a target that refuses is answered for as usual
    Given target "blue-1" accepts WebSocket connections
    And target "blue-1" answers with status 403
    When a client asks for the WebSocket "/chat"
    And the client requests "/again"
    Then response 1 has the status 403
    And response 2 comes from "blue"

  @core @req:LS-WS-012
  Scenario: the target closes
    Given target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And target "blue-1" closes its connections
    Then the response has the status 101
    And the connection to the client is closed

  @core @req:LS-WS-012
  Scenario: the client closes
    Given target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And the client closes its connection
    Then target "blue-1" sees the connection closed

  @core @time:settable @req:LS-WS-012
  Scenario: an idle connection is closed to both sides
    Given target "blue-1" accepts WebSocket connections
    And the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    When a client asks for the WebSocket "/chat"
    And 4 s pass
    Then the connection to the client is open
    When 3 s pass
    Then the connection to the client is closed
    And target "blue-1" sees the connection closed

  @core @time:settable @req:LS-WS-012
  Scenario: either side keeps the connection open
    Given target "blue-1" accepts WebSocket connections
    And the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    When a client asks for the WebSocket "/chat"
    And 4 s pass
    And the client sends:
      """
      \x89\x00\
      """
    And 4 s pass
    And target "blue-1" sends:
      """
      \x8a\x00\
      """
    And 4 s pass
    Then target "blue-1" receives the bytes "\x89\x00"
    And the connection to the client is open

  @core @req:LS-WS-012
  Scenario: stickiness decides where the upgrade is asked for
    Given target "blue-1" accepts WebSocket connections
    And the target group attribute "stickiness.enabled" of "blue" is set to "true"
    And target "blue-2" is registered with "blue"
    And target "blue-2" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And a returning client asks for the WebSocket "/chat"
    And a returning client asks for the WebSocket "/chat"
    Then target "<first-target>" receives 3 requests
    And target "<other-target>" receives nothing

  @extended @req:LS-WS-013
  Scenario: a connection is a request in progress as long as it lasts
    Given target "blue-1" accepts WebSocket connections
    And the target group attribute "load_balancing.algorithm.type" of "blue" is set to "least_outstanding_requests"
    And target "blue-2" is registered with "blue"
    And target "blue-2" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And a client connects over TLS
    And the client requests "/" 3 times
    Then target "<first-target>" receives 1 request
    And target "<other-target>" receives 3 requests

  @core @needs:access-log @time:virtual @req:LOG-FIELD-060
  Scenario: the access log tells it from others
    Given target "blue-1" accepts WebSocket connections
    And access logs are enabled
    When a client asks for the WebSocket "/chat"
    And target "blue-1" closes its connections
    Then the access log entry has:
      | type               | wss                                         |
      | elb_status_code    | 101                                         |
      | target_status_code | 101                                         |
      | request            | GET https://example.com:443/chat HTTP/1.1   |
      | domain_name        | example.com                                 |
      | chosen_cert_arn    | <main-certificate>                          |
