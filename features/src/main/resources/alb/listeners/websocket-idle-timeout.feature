@guide:listeners/websocket-idle-timeout @feature:websocket @core @time:settable
Feature: Listener configuration: idle WebSocket connections
  The idle timeout counts for WebSocket connections too.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:LS-WS-005
  Scenario: a WebSocket connection is closed to both sides after the idle timeout
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    And target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And 4 s pass
    Then the connection to the client is open
    When 3 s pass
    Then the connection to the client is closed
    And target "blue-1" sees the connection closed

  @req:LS-WS-006
  Scenario: the client keeps it open
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    And target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And 4 s pass
    And the client sends:
      """
      \x89\x00\
      """
    And 4 s pass
    Then target "blue-1" receives the bytes "\x89\x00"
    And the connection to the client is open

  @req:LS-WS-006
  Scenario: the target keeps it open
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    And target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And 4 s pass
    And target "blue-1" sends:
      """
      \x89\x00\
      """
    And 4 s pass
    Then the client receives the bytes "\x89\x00"
    And the connection to the client is open
