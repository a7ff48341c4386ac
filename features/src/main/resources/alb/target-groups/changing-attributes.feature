@guide:target-groups/changing-attributes @feature:tg-attributes
Feature: Changing target group attributes
  What a call sets it sets as a whole, and only what goes together.

  @core @req:TG-ATTR-015
  Scenario: one value that is refused leaves every attribute as it was
    Given a target group "blue" with 0 targets
    When a user calls "ModifyTargetGroupAttributes" with:
      | TargetGroupArn      | <blue-arn>                           |
      | Attributes[1].Key   | deregistration_delay.timeout_seconds |
      | Attributes[1].Value | 30                                   |
      | Attributes[2].Key   | stickiness.enabled                   |
      | Attributes[2].Value | maybe                                |
    Then the call is refused with "ValidationError" and a message that names "stickiness.enabled"
    And the target group attribute "deregistration_delay.timeout_seconds" of "blue" is "300"

  @core @req:TG-ATTR-003 @req:TG-ATTR-005 @req:TG-ATTR-007 @req:TG-ATTR-016 @req:TG-ATTR-017
  Scenario Outline: <key> "<value>" with <other> "<other value>": the call <outcome>
    Given a target group "blue" with 0 targets
    When a user calls "ModifyTargetGroupAttributes" with:
      | TargetGroupArn      | <blue-arn>    |
      | Attributes[1].Key   | <key>         |
      | Attributes[1].Value | <value>       |
      | Attributes[2].Key   | <other>       |
      | Attributes[2].Value | <other value> |
    Then the call <outcome>

    Examples:
      | key                                                                 | value      | other                                                                          | other value                | outcome    |
      | load_balancing.algorithm.anomaly_mitigation                         | on         | load_balancing.algorithm.type                                                  | weighted_random            | succeeds   |
      | load_balancing.algorithm.anomaly_mitigation                         | on         | load_balancing.algorithm.type                                                  | round_robin                | is refused |
      | slow_start.duration_seconds                                         | 30         | load_balancing.algorithm.type                                                  | round_robin                | succeeds   |
      | slow_start.duration_seconds                                         | 30         | load_balancing.algorithm.type                                                  | least_outstanding_requests | is refused |
      | slow_start.duration_seconds                                         | 30         | load_balancing.algorithm.type                                                  | weighted_random            | is refused |
      | stickiness.type                                                     | app_cookie | stickiness.app_cookie.cookie_name                                              | mine                       | succeeds   |
      | stickiness.enabled                                                  | true       | stickiness.type                                                                | lb_cookie                  | succeeds   |
      | stickiness.enabled                                                  | true       | stickiness.type                                                                | app_cookie                 | is refused |
      | stickiness.enabled                                                  | true       | load_balancing.cross_zone.enabled                                              | false                      | is refused |
      | target_group_health.dns_failover.minimum_healthy_targets.count      | 2          | target_group_health.unhealthy_state_routing.minimum_healthy_targets.count      | 2                          | succeeds   |
      | target_group_health.dns_failover.minimum_healthy_targets.count      | 2          | target_group_health.unhealthy_state_routing.minimum_healthy_targets.count      | 3                          | is refused |
      | target_group_health.dns_failover.minimum_healthy_targets.percentage | 50         | target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage | 51                         | is refused |

  @core @req:TG-ATTR-018
  Scenario: cross-zone load balancing stays on while a target is in every Availability Zone
    Given a target group "blue" with 0 targets
    And a user calls "RegisterTargets" with:
      | TargetGroupArn              | <blue-arn> |
      | Targets[1].Id               | 10.0.0.7   |
      | Targets[1].AvailabilityZone | all        |
    When a user sets the target group attribute "load_balancing.cross_zone.enabled" of "blue" to "false"
    Then the call is refused with "InvalidConfigurationRequest"

  @core @req:TG-ATTR-001 @req:TG-ATTR-002 @req:TG-ATTR-003 @req:TG-ATTR-004 @req:TG-ATTR-005 @req:TG-ATTR-006
  @req:TG-ATTR-008 @req:TG-ATTR-009 @req:TG-ATTR-010 @req:TG-ATTR-011 @req:TG-ATTR-012 @req:TG-ATTR-013 @req:TG-ATTR-014
  Scenario Outline: <attribute> is no "<value>"
    Given a target group "blue" with 0 targets
    When a user sets the target group attribute "<attribute>" of "blue" to "<value>"
    Then the call is refused with "ValidationError" and a message that names "<attribute>"

    Examples:
      | attribute                                                                      | value       |
      | deregistration_delay.timeout_seconds                                           | 5m          |
      | deregistration_delay.timeout_seconds                                           |             |
      | load_balancing.algorithm.type                                                  | ROUND_ROBIN |
      | load_balancing.algorithm.anomaly_mitigation                                    | yes         |
      | load_balancing.cross_zone.enabled                                              |             |
      | slow_start.duration_seconds                                                    | 1           |
      | slow_start.duration_seconds                                                    | off         |
      | stickiness.enabled                                                             | 1           |
      | stickiness.app_cookie.duration_seconds                                         | 1.5         |
      | stickiness.lb_cookie.duration_seconds                                          | day         |
      | stickiness.type                                                                |             |
      | target_group_health.dns_failover.minimum_healthy_targets.count                 | all         |
      | target_group_health.dns_failover.minimum_healthy_targets.percentage            | 50%         |
      | target_group_health.unhealthy_state_routing.minimum_healthy_targets.count      | -1          |
      | target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage | half        |

  @extended @req:TG-ATTR-019
  Scenario: an attribute that does not exist is refused
    Given a target group "blue" with 0 targets
    When a user sets the target group attribute "stickiness.no_such_thing" of "blue" to "true"
    Then the call is refused with "ValidationError" and a message that names "stickiness.no_such_thing"
