@guide:target-groups/registered-targets @core
Feature: Registered targets
  Targets can be added and removed at any time.

  @feature:health-check @req:TG-REG-001
  Scenario: a new target gets requests once it has passed its initial health checks, not before
    Given a load balancer
    And a target group "blue" with 2 targets
    And target "blue-2" does not answer health checks
    And the listener forwards to "blue"
    When a client requests "/" 4 times
    Then target "blue-2" receives nothing
    When target "blue-2" answers health checks with status 200
    And target "blue-2" becomes "healthy"
    And a client requests "/" 4 times
    Then target "blue-2" receives 2 requests

  @feature:draining @req:TG-REG-002
  Scenario: a deregistered target gets no new requests, on connections it already has neither
    Given a load balancer
    And a target group "blue" with 2 targets
    And the listener forwards to "blue"
    When a client requests "/" 4 times
    And target "blue-1" is deregistered from "blue"
    And the client requests "/" 2 times
    And a client requests "/" 2 times
    Then target "blue-1" receives 2 requests
    And target "blue-2" receives 6 requests

  @feature:draining @req:TG-REG-003
  Scenario: a deregistered target can be registered again
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | deregistration_delay.timeout_seconds | 0 |
    And the listener forwards to "blue"
    When target "blue-1" is deregistered from "blue"
    And target "blue-1" becomes "unused"
    And target "blue-1" is registered with "blue"
    And target "blue-1" becomes "healthy"
    And a client requests "/"
    Then the response comes from "blue-1"

  @feature:draining @req:TG-REG-004
  Scenario: a target that leaves one group stays in its others
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 0 targets
    And a rule with priority 10 that forwards the path "/blue" to "blue"
    And a rule with priority 20 that forwards the path "/green" to "green"
    When target "blue-1" is registered with "green"
    And target "blue-1" of "green" becomes "healthy"
    And target "blue-1" is deregistered from "blue"
    And a client requests "/green"
    Then the response comes from "blue-1"

  @feature:crud-tg @req:TG-REG-006
  Scenario: the address of a load balancer cannot be registered
    Given a load balancer
    And a target group "blue" with 0 targets
    When a client requests "/"
    And a user calls "RegisterTargets" with:
      | TargetGroupArn | <blue-arn>    |
      | Targets[1].Id  | <balancer-ip> |
    Then the call is refused with "InvalidTarget" and a message that names "<balancer-ip>"
