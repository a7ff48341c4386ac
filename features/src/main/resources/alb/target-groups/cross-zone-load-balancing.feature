@guide:target-groups/cross-zone-load-balancing @feature:cross-zone
Feature: Cross-zone load balancing for target groups
  With it each node of a load balancer uses the targets of all zones, without it those of its own zone.

  @core @needs:zones @req:TG-CROSS-001 @req:TG-CROSS-003
  Scenario: each node uses the targets of all zones by default
    Given a load balancer
    And a target group "blue" with 1 target in zone a and 2 in zone b
    And the listener forwards to "blue"
    When a client requests "/" in zone a 3 times
    Then each target of "blue" receives 1 request
    When a client requests "/" in zone b 3 times
    Then each target of "blue" receives 2 requests

  @extended @needs:zones @req:TG-CROSS-002
  Scenario: without it each node uses the targets of its own zone
    Given a load balancer
    And a target group "blue" with 1 target in zone a and 2 in zone b and the settings:
      | load_balancing.cross_zone.enabled | false |
    And the listener forwards to "blue"
    When a client requests "/" in zone a 2 times
    And a client requests "/" in zone b 4 times
    Then each target of "blue" receives 2 requests

  @extended @needs:zones @req:TG-CROSS-012 @req:TG-CROSS-013
  Scenario: it is turned off and on while there is traffic
    Given a load balancer
    And a target group "blue" with 1 target in zone a and 1 in zone b
    And the listener forwards to "blue"
    When a user sets the target group attribute "load_balancing.cross_zone.enabled" of "blue" to "false"
    And a client requests "/" in zone a 2 times
    Then target "blue-1" receives 2 requests
    And target "blue-2" receives nothing
    When a user sets the target group attribute "load_balancing.cross_zone.enabled" of "blue" to "true"
    And a client requests "/" in zone a 4 times
    Then the targets of "blue" receive 6 requests in all

  @extended @needs:zones @needs:dns @req:TG-CROSS-008 @req:TG-CROSS-009
  Scenario: a zone without targets is in DNS, and answers with 503
    Given a load balancer
    And a target group "blue" with 1 target in zone a and 0 in zone b and the settings:
      | load_balancing.cross_zone.enabled | false |
    And the listener forwards to "blue"
    Then the name "<load-balancer-dns>" leads to the zones a and b
    When a client requests "/" in zone b
    Then the response has the status 503
    When a client requests "/" in zone a
    Then the response comes from "blue"

  @extended @needs:zones @needs:dns @time:settable @req:TG-CROSS-010 @req:TG-CROSS-011 @req:TG-HEALTH-011
  Scenario: one target group without a healthy target takes a zone out of DNS
    Given a load balancer
    And a target group "blue" with 1 target in zone a and 1 in zone b and the settings:
      | load_balancing.cross_zone.enabled | false |
    And a target group "green" with 1 target in zone a and 1 in zone b and the settings:
      | load_balancing.cross_zone.enabled | false |
    And the listener forwards to "green"
    And a rule with priority 1 that forwards the path "/blue" to "blue"
    When target "blue-2" answers health checks with status 500
    Then the name "<load-balancer-dns>" leads to zone a
    When target "blue-2" answers health checks with status 200
    Then the name "<load-balancer-dns>" leads to the zones a and b

  @extended @req:TG-CROSS-005 @req:TG-CROSS-007
  Scenario Outline: an address outside the VPC, while cross-zone load balancing is off, in the zone "<zone>"
    Given a target group "blue" with 0 targets and the settings:
      | load_balancing.cross_zone.enabled | false |
    When a user calls "RegisterTargets" with:
      | TargetGroupArn              | <blue-arn> |
      | Targets[1].Id               | 10.9.8.7   |
      | Targets[1].AvailabilityZone | <zone>     |
    Then the call <outcome>

    Examples:
      | zone      | outcome    |
      | <zone-a>  | succeeds   |
      | all       | is refused |
      | nowhere-a | is refused |

  @extended @req:TG-CROSS-005
  Scenario: an address outside the VPC without an Availability Zone
    Given a target group "blue" with 0 targets
    When a user calls "RegisterTargets" with:
      | TargetGroupArn | <blue-arn> |
      | Targets[1].Id  | 10.9.8.7   |
    Then the call is refused with "ValidationError" and a message that names "Availability Zone"

  @extended @req:TG-CROSS-006
  Scenario: while it is on a zone is taken for all of them
    Given a target group "blue" with 0 targets
    When a user calls "RegisterTargets" with:
      | TargetGroupArn              | <blue-arn> |
      | Targets[1].Id               | 10.9.8.7   |
      | Targets[1].AvailabilityZone | <zone-a>   |
    Then the call succeeds
    When a user sets the target group attribute "load_balancing.cross_zone.enabled" of "blue" to "false"
    Then the call is refused
