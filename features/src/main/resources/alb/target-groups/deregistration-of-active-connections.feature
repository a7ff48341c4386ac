@guide:target-groups/deregistration-of-active-connections @feature:draining @extended @time:settable
Feature: Deregistration delay: active connections
  A deregistering target keeps the connections that are in use, until the delay is over.

  @req:TG-DRAIN-007
  Scenario: a WebSocket connection goes on within the delay and ends with it
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | deregistration_delay.timeout_seconds | 10 |
    And the listener forwards to "blue"
    And target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And target "blue-1" is deregistered from "blue"
    And 7 s pass
    Then the connection to the client is open
    When 4 s pass
    Then the connection to the client is closed

  @req:TG-DRAIN-008
  Scenario: without a delay a request in flight fails at once
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | deregistration_delay.timeout_seconds | 0 |
    And the listener forwards to "blue"
    And target "blue-1" holds its answers
    When a client requests "/slow" in the background
    And target "blue-1" has received 1 request
    And target "blue-1" is deregistered from "blue"
    Then the response has the status 502
    And target "blue-1" is "unused" for the reason "Target.NotRegistered"

  @req:TG-REG-008
  Scenario: an instance that drains is registered again
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | TargetType                           | instance |
      | deregistration_delay.timeout_seconds | 300      |
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    When target "blue-1" is deregistered from "blue"
    And target "blue-1" is registered with "blue"
    And target "blue-1" becomes "healthy"
    And a client requests "/"
    Then the response comes from "blue-1"
