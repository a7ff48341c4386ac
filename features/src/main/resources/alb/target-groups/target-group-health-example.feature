@guide:target-groups/target-group-health-example @feature:group-health
Feature: Example of target group health
  Two zones with ten targets each, thresholds of 50 % for both actions, and six targets of zone b fail.

  Background:
    Given a load balancer
    And a target group "blue" with 10 targets in zone a and 10 in zone b and the settings:
      | target_group_health.dns_failover.minimum_healthy_targets.percentage            | 50 |
      | target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage | 50 |
    And the listener forwards to "blue"

  @extended @needs:zones @needs:dns @time:settable @req:TG-HEALTH-014 @req:TG-HEALTH-015 @req:TG-HEALTH-016
  Scenario: cross-zone load balancing is off
    Given the target group attribute "load_balancing.cross_zone.enabled" of "blue" is set to "false"
    And each of the targets 15 to 20 of "blue" answers health checks with status 500
    Then the name "<load-balancer-dns>" leads to zone a
    When a client requests "/" in zone a 10 times
    Then each of the targets 1 to 10 of "blue" receives 1 request
    When a client requests "/" in zone b 10 times
    Then each of the targets 11 to 20 of "blue" receives 1 request

  @extended @needs:zones @needs:dns @time:settable @req:TG-HEALTH-017 @req:TG-HEALTH-018
  Scenario: cross-zone load balancing is on
    Given each of the targets 15 to 20 of "blue" answers health checks with status 500
    And each of the targets 15 to 20 of "blue" becomes "unhealthy"
    And 15 s pass
    Then the name "<load-balancer-dns>" leads to the zones a and b
    When a client requests "/" in zone a 14 times
    And a client requests "/" in zone b 14 times
    Then each of the targets 1 to 14 of "blue" receives 2 requests
    And each of the targets 15 to 20 of "blue" receives nothing
