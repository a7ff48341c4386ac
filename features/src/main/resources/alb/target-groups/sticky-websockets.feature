@guide:target-groups/sticky-websockets @feature:sticky-sessions @feature:websocket @core
Feature: Sticky sessions: WebSocket connections
  The cookie decides on which target the upgrade is asked for; from then on the connection stays with the one that accepts.

  Background:
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled | true |
    And the listener forwards to "blue"

  @req:TG-STICK-014
  Scenario: the upgrade is asked for at the target of the session
    Given target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And a returning client asks for the WebSocket "/chat"
    And a returning client asks for the WebSocket "/chat"
    Then target "blue-1" receives 3 requests
    And target "blue-2" receives nothing

  @req:TG-STICK-014
  Scenario: the response to the upgrade begins a session
    Given target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    Then the response has the status 101
    And the response sets the cookie "AWSALB"
    And the response sets the cookie "AWSALBCORS" with the attribute "SameSite=None"

  @req:TG-STICK-015
  Scenario: after the upgrade the session does not matter
    Given target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And target "blue-1" is deregistered from "blue"
    And the client sends:
      """
      \x81\x05hello\
      """
    And target "blue-1" sends:
      """
      \x81\x02hi\
      """
    Then target "blue-1" receives the bytes "\x81\x05hello"
    And the client receives the bytes "\x81\x02hi"
