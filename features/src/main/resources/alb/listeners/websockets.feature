@guide:listeners/websockets @feature:websocket
Feature: Listener configuration: WebSockets
  A client can upgrade its HTTP/1.1 connection to a WebSocket connection, which passes through the load balancer to the target.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @core @req:LS-WS-001 @req:TRC-ID-009
  Scenario: the request reaches the target, and its consent the client
    Given target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    Then target "blue-1" receives the request line "GET /chat HTTP/1.1"
    And target "blue-1" receives the header "Upgrade" with the value "~ (?i)websocket"
    And target "blue-1" receives the header "Connection" with the value "~ (?i)upgrade"
    And target "blue-1" receives the header "Sec-WebSocket-Key" with the value "dGhlIHNhbXBsZSBub25jZQ=="
    And target "blue-1" receives the header "X-Amzn-Trace-Id" with the value "~ Root=.*"
    And the response has the status 101
    And the response has the header "Upgrade" with the value "~ (?i)websocket"
    And the response has the header "Sec-WebSocket-Accept" with the value "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="

  @core @req:LS-WS-002
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

  @core @req:LS-WS-010
  Scenario: the target speaks at once
    Given target "blue-1" answers with:
      """
      HTTP/1.1 101 Switching Protocols
      Upgrade: websocket
      Connection: Upgrade
      Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=

      \x81\x05ready\
      """
    When a client asks for the WebSocket "/chat"
    Then the response has the status 101
    And the client receives the bytes "\x81\x05ready"

  @core @req:LS-WS-003
  Scenario: other requests do not get into a WebSocket connection
    Given target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And a client requests "/other" in the background
    And target "blue-1" has received 2 requests
    Then target "blue-1" receives the request line "GET /other HTTP/1.1"
    And target "blue-1" receives the bytes ""

  @core @req:LS-WS-004
  Scenario: rules decide where a WebSocket connection goes
    Given a target group "green" with 1 target
    And a rule with priority 10 that forwards the path "/chat" to "green"
    And target "green-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    Then the response has the status 101
    And target "green-1" receives 1 request
    And target "blue-1" receives nothing

  @core @req:LS-WS-007
  Scenario: a target that refuses is answered for as usual
    Given target "blue-1" answers with status 403
    When a client asks for the WebSocket "/chat"
    And the client requests "/again"
    Then response 1 has the status 403
    And response 1 comes from "blue"
    And response 2 comes from "blue"

  @core @req:LS-WS-008
  Scenario: the target closes
    Given target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And target "blue-1" closes its connections
    Then the response has the status 101
    And the connection to the client is closed

  @core @req:LS-WS-008
  Scenario: the client closes
    Given target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And the client closes its connection
    Then target "blue-1" sees the connection closed

  @extended @req:LS-WS-009
  Scenario: the client has nothing more to say, but listens
    Given target "blue-1" accepts WebSocket connections and leaves them open
    When a client asks for the WebSocket "/chat"
    And the client ends its side of the connection
    And target "blue-1" sends:
      """
      \x81\x03bye\
      """
    Then the client receives the bytes "\x81\x03bye"

  @extended @req:LS-WS-011
  Scenario: another protocol is no WebSocket
    When a client requests "/" with the headers:
      | Connection     | Upgrade, HTTP2-Settings |
      | Upgrade        | h2c                     |
      | HTTP2-Settings | AAMAAABkAAQAAP__        |
    Then the response comes from "blue"
    And target "blue-1" receives no header "Upgrade"
    And target "blue-1" receives no header "HTTP2-Settings"
