@guide:target-groups/slow-start-considerations @feature:slow-start @core
Feature: Slow start mode: considerations
  Who enters slow start mode, and who does not.

  Background:
    Given a load balancer

  @req:TG-SLOW-006 @time:settable
  Scenario: targets registered by one call in an empty group do not enter
    Given a target group "green" with 2 targets
    And a target group "blue" with 0 targets
    And the target group attribute "slow_start.duration_seconds" of "blue" is set to "900"
    And the listener forwards to "blue"
    And a user calls "RegisterTargets" with:
      | TargetGroupArn  | <blue-arn>     |
      | Targets[1].Id   | <green-1-ip>   |
      | Targets[1].Port | <green-1-port> |
      | Targets[2].Id   | <green-2-ip>   |
      | Targets[2].Port | <green-2-port> |
    And target "green-1" of "blue" becomes "healthy"
    And target "green-2" of "blue" becomes "healthy"
    When a client requests "/" 8 times
    Then each target of "green" receives 4 requests

  @req:TG-SLOW-007 @time:settable
  Scenario: a target enters only if a healthy one is not in slow start
    Given a target group "blue" with 1 target
    And target "blue-1" answers health checks with status 500
    And the listener forwards to "blue"
    And target "blue-1" becomes "unhealthy"
    And the target group attribute "slow_start.duration_seconds" of "blue" is set to "900"
    And target "blue-2" is registered with "blue"
    And target "blue-2" becomes "healthy"
    When a client requests "/" 8 times
    Then target "blue-2" receives 8 requests

  @req:TG-SLOW-007 @time:settable
  Scenario: the first healthy target is not in slow start, so the next one enters
    Given a target group "blue" with 1 target
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    And the target group attribute "slow_start.duration_seconds" of "blue" is set to "900"
    And target "blue-2" is registered with "blue"
    And target "blue-2" becomes "healthy"
    When a client requests "/" 60 times
    Then target "blue-1" receives between 58 and 60 requests
    And target "blue-2" receives between 0 and 2 requests

  @req:TG-SLOW-008 @time:settable
  Scenario: a target that is deregistered leaves slow start and enters it again
    Given a target group "blue" with 1 target and the settings:
      | deregistration_delay.timeout_seconds | 0  |
      | slow_start.duration_seconds          | 30 |
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    And target "blue-2" is registered with "blue"
    And target "blue-2" becomes "healthy"
    When target "blue-2" is deregistered from "blue"
    And 31 s pass
    And target "blue-2" is registered with "blue"
    And a client requests "/" 60 times
    Then target "blue-2" receives between 0 and 7 requests

  @req:TG-SLOW-010
  Scenario Outline: slow start cannot be enabled with the algorithm <algorithm>
    Given a target group "blue" with 0 targets and the settings:
      | load_balancing.algorithm.type | <algorithm> |
    When a user sets the target group attribute "slow_start.duration_seconds" of "blue" to "30"
    Then the call is refused with "InvalidConfigurationRequest"
    And the target group attribute "slow_start.duration_seconds" of "blue" is "0"

    Examples:
      | algorithm                  |
      | least_outstanding_requests |
      | weighted_random            |

  @req:TG-SLOW-010
  Scenario Outline: the algorithm <algorithm> cannot be chosen with slow start
    Given a target group "blue" with 0 targets and the settings:
      | slow_start.duration_seconds | 30 |
    When a user sets the target group attribute "load_balancing.algorithm.type" of "blue" to "<algorithm>"
    Then the call is refused with "InvalidConfigurationRequest"
    And the target group attribute "load_balancing.algorithm.type" of "blue" is "round_robin"

    Examples:
      | algorithm                  |
      | least_outstanding_requests |
      | weighted_random            |
