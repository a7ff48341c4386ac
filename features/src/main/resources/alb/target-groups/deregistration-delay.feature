@guide:target-groups/deregistration-delay @feature:draining @core @time:settable
Feature: Deregistration delay
  A deregistering target drains: it completes the requests it has, until the delay is over.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | deregistration_delay.timeout_seconds | 10 |
    And the listener forwards to "blue"

  @req:TG-DRAIN-001 @req:TG-DRAIN-004 @req:HC-REASON-002
  Scenario: a deregistering target is draining until the delay is over
    When a client requests "/"
    And target "blue-1" is deregistered from "blue"
    Then target "blue-1" is "draining" for the reason "Target.DeregistrationInProgress"
    And the description of the health of target "blue-1" is "Target deregistration is in progress"
    When 7 s pass
    Then target "blue-1" is "draining" for the reason "Target.DeregistrationInProgress"

  @req:TG-DRAIN-002
  Scenario: after the delay the target is unused
    When a client requests "/"
    And target "blue-1" is deregistered from "blue"
    And 11 s pass
    Then target "blue-1" is "unused" for the reason "Target.NotRegistered"

  @req:TG-DRAIN-003
  Scenario: a request in flight completes within the delay
    Given target "blue-1" holds its answers
    When a client requests "/slow" in the background
    And target "blue-1" has received 1 request
    And target "blue-1" is deregistered from "blue"
    And 7 s pass
    And target "blue-1" releases its answers
    Then the response comes from "blue-1"

  @req:TG-DRAIN-006 @req:ERR-502-006
  Scenario: a request in flight longer than the delay fails
    Given target "blue-1" holds its answers
    When a client requests "/slow" in the background
    And target "blue-1" has received 1 request
    And target "blue-1" is deregistered from "blue"
    And 11 s pass
    Then the response has the status 502

  @req:TG-DRAIN-005
  Scenario: a draining target that ends its connections fails the request
    Given target "blue-1" holds its answers
    When a client requests "/slow" in the background
    And target "blue-1" has received 1 request
    And target "blue-1" is deregistered from "blue"
    And target "blue-1" refuses connections
    Then the response has the status 502

  @req:TG-REG-007
  Scenario: an address that drains cannot be registered again before the delay is over
    Given target "blue-1" is deregistered from "blue"
    When a user calls "RegisterTargets" with:
      | TargetGroupArn  | <blue-arn>    |
      | Targets[1].Id   | <blue-1-ip>   |
      | Targets[1].Port | <blue-1-port> |
    Then the call is refused with "InvalidTarget" and a message that names "<blue-1-ip>"
    When 11 s pass
    And target "blue-1" is registered with "blue"
    Then target "blue-1" becomes "healthy"
