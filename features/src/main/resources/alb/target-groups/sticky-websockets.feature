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
    Given each target of "blue" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And a returning client asks for the WebSocket "/chat"
    And a returning client asks for the WebSocket "/chat"
    Then target "<first-target>" receives 3 requests
    And target "<other-target>" receives nothing

  @req:TG-STICK-014
  Scenario: the response to the upgrade begins a session
    Given each target of "blue" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    Then the response has the status 101
    And the response sets the cookie "AWSALB"

  @req:TG-STICK-015
  Scenario: after the upgrade the session does not matter
    Given each target of "blue" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And target "<first-target>" is deregistered from "blue"
    And the client sends:
      """
      \x81\x05hello\
      """
    And target "<first-target>" sends:
      """
      \x81\x02hi\
      """
    Then target "<first-target>" receives the bytes "\x81\x05hello"
    And the client receives the bytes "\x81\x02hi"
