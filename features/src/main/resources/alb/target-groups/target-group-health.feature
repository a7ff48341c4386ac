@guide:target-groups/target-group-health @feature:group-health
Feature: Target group health
  A zone with too few healthy targets is left out of DNS, and its node uses unhealthy targets too.

  @extended @needs:zones @needs:dns @time:settable @req:TG-HEALTH-001 @req:TG-HEALTH-003
  Scenario: by default one healthy target is enough
    Given a load balancer
    And a target group "blue" with 1 target in zone a and 2 in zone b and the settings:
      | load_balancing.cross_zone.enabled | false |
    And the listener forwards to "blue"
    When target "blue-2" answers health checks with status 500
    And target "blue-2" becomes "unhealthy"
    Then the name "<load-balancer-dns>" leads to the zones a and b
    When target "blue-3" answers health checks with status 500
    Then the name "<load-balancer-dns>" leads to zone a
    When a client that looks up the name "<load-balancer-dns>" requests "/" 4 times
    Then target "blue-1" receives 4 requests

  @extended @needs:zones @needs:dns @time:settable @req:TG-HEALTH-002 @req:TG-HEALTH-006 @req:TG-HEALTH-008
  Scenario Outline: thresholds of <count> targets and of <percentage> %
    Given a load balancer
    And a target group "blue" with 4 targets in zone a and 4 in zone b and the settings:
      | load_balancing.cross_zone.enabled                                   | false        |
      | target_group_health.dns_failover.minimum_healthy_targets.count      | <count>      |
      | target_group_health.dns_failover.minimum_healthy_targets.percentage | <percentage> |
    And the listener forwards to "blue"
    When target "blue-7" answers health checks with status 500
    And target "blue-8" answers health checks with status 500
    And target "blue-7" becomes "unhealthy"
    And target "blue-8" becomes "unhealthy"
    Then the name "<load-balancer-dns>" leads to <zones>

    Examples:
      | count | percentage | zones             |
      | 2     | off        | the zones a and b |
      | 3     | off        | zone a            |
      | off   | 50         | the zones a and b |
      | off   | 51         | zone a            |
      | 3     | 50         | zone a            |
      | 2     | 51         | zone a            |
      | 2     | 50         | the zones a and b |

  @extended @needs:zones @needs:dns @time:settable @req:TG-HEALTH-009 @req:TG-HEALTH-012
  Scenario: with cross-zone load balancing the threshold is of all targets together
    Given a load balancer
    And a target group "blue" with 1 target in zone a and 2 in zone b and the settings:
      | target_group_health.dns_failover.minimum_healthy_targets.count | 2 |
    And the listener forwards to "blue"
    When target "blue-1" answers health checks with status 500
    And target "blue-1" becomes "unhealthy"
    Then the name "<load-balancer-dns>" leads to the zones a and b
    When target "blue-2" answers health checks with status 500
    And target "blue-2" becomes "unhealthy"
    Then the name "<load-balancer-dns>" leads to the zones a and b

  @extended @needs:zones @needs:dns @time:settable @req:TG-HEALTH-012
  Scenario: if no zone is healthy, all of them are in DNS
    Given a load balancer
    And a target group "blue" with 1 target in zone a and 1 in zone b and the settings:
      | load_balancing.cross_zone.enabled | false |
    And the listener forwards to "blue"
    When target "blue-1" answers health checks with status 500
    Then the name "<load-balancer-dns>" leads to zone b
    When target "blue-2" answers health checks with status 500
    Then the name "<load-balancer-dns>" leads to the zones a and b

  @extended @needs:zones @needs:dns @time:settable @req:TG-HEALTH-007
  Scenario: a percentage is of the targets that are registered
    Given a load balancer
    And a target group "blue" with 1 target in zone a and 2 in zone b and the settings:
      | load_balancing.cross_zone.enabled                                   | false |
      | target_group_health.dns_failover.minimum_healthy_targets.percentage | 60    |
    And the listener forwards to "blue"
    When target "blue-3" answers health checks with status 500
    Then the name "<load-balancer-dns>" leads to zone a
    When target "blue-3" is deregistered from "blue"
    Then the name "<load-balancer-dns>" leads to the zones a and b

  @extended @needs:zones @time:settable @req:TG-HEALTH-004
  Scenario: below the threshold of routing failover all targets of the zone get requests
    Given a load balancer
    And a target group "blue" with 2 targets in zone a and 2 in zone b and the settings:
      | load_balancing.cross_zone.enabled                                         | false |
      | target_group_health.dns_failover.minimum_healthy_targets.count            | 2     |
      | target_group_health.unhealthy_state_routing.minimum_healthy_targets.count | 2     |
    And the listener forwards to "blue"
    And target "blue-4" answers health checks with status 500
    When target "blue-4" becomes "unhealthy"
    And a client requests "/" in zone b 4 times
    Then target "blue-3" receives 2 requests
    And target "blue-4" receives 2 requests

  @extended @needs:dns @req:TG-HEALTH-010
  Scenario: addresses may be kept for a minute
    Given a load balancer
    Then the addresses of the name "<load-balancer-dns>" may be kept for 60 s
