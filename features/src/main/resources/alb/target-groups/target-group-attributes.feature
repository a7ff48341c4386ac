@guide:target-groups/target-group-attributes @feature:tg-attributes @core
Feature: Target group attributes
  Every attribute has a default and takes only certain values.

  @req:TG-ATTR-001 @req:TG-ATTR-002 @req:TG-ATTR-003 @req:TG-ATTR-004 @req:TG-ATTR-005 @req:TG-ATTR-006 @req:TG-ATTR-008
  @req:TG-ATTR-009 @req:TG-ATTR-011 @req:TG-ATTR-012 @req:TG-ATTR-013 @req:TG-ATTR-014
  Scenario Outline: <attribute> of a new target group is <default>
    When a user calls "CreateTargetGroup" with:
      | Name     | tg-<unique> |
      | Protocol | HTTP        |
      | Port     | 80          |
      | VpcId    | <vpc>       |
    Then the target group attribute "<attribute>" of "tg-<unique>" is "<default>"

    Examples:
      | attribute                                                                      | default                         |
      | deregistration_delay.timeout_seconds                                           | 300                             |
      | load_balancing.algorithm.type                                                  | round_robin                     |
      | load_balancing.algorithm.anomaly_mitigation                                    | off                             |
      | load_balancing.cross_zone.enabled                                              | use_load_balancer_configuration |
      | slow_start.duration_seconds                                                    | 0                               |
      | stickiness.enabled                                                             | false                           |
      | stickiness.app_cookie.duration_seconds                                         | 86400                           |
      | stickiness.lb_cookie.duration_seconds                                          | 86400                           |
      | target_group_health.dns_failover.minimum_healthy_targets.count                 | 1                               |
      | target_group_health.dns_failover.minimum_healthy_targets.percentage            | off                             |
      | target_group_health.unhealthy_state_routing.minimum_healthy_targets.count      | 1                               |
      | target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage | off                             |

  @req:TG-ATTR-001 @req:TG-ATTR-002 @req:TG-ATTR-004 @req:TG-ATTR-005 @req:TG-ATTR-006 @req:TG-ATTR-008
  @req:TG-ATTR-009 @req:TG-ATTR-010 @req:TG-ATTR-011 @req:TG-ATTR-012
  Scenario Outline: <attribute> can be set to <value>
    Given a target group "blue" with 0 targets
    When a user sets the target group attribute "<attribute>" of "blue" to "<value>"
    Then the call succeeds
    And the target group attribute "<attribute>" of "blue" is "<value>"

    Examples:
      | attribute                                                           | value                      |
      | deregistration_delay.timeout_seconds                                | 0                          |
      | deregistration_delay.timeout_seconds                                | 3600                       |
      | load_balancing.algorithm.type                                       | least_outstanding_requests |
      | load_balancing.algorithm.type                                       | weighted_random            |
      | load_balancing.cross_zone.enabled                                   | true                       |
      | load_balancing.cross_zone.enabled                                   | false                      |
      | slow_start.duration_seconds                                         | 30                         |
      | slow_start.duration_seconds                                         | 900                        |
      | stickiness.enabled                                                  | true                       |
      | stickiness.app_cookie.duration_seconds                              | 604800                     |
      | stickiness.lb_cookie.duration_seconds                               | 1                          |
      | stickiness.lb_cookie.duration_seconds                               | 604800                     |
      | stickiness.type                                                     | lb_cookie                  |
      | target_group_health.dns_failover.minimum_healthy_targets.count      | 3                          |
      | target_group_health.dns_failover.minimum_healthy_targets.percentage | 50                         |

  @req:TG-ATTR-001 @req:TG-ATTR-002 @req:TG-ATTR-003 @req:TG-ATTR-004 @req:TG-ATTR-005 @req:TG-ATTR-006 @req:TG-ATTR-007
  @req:TG-ATTR-008 @req:TG-ATTR-009 @req:TG-ATTR-010 @req:TG-ATTR-011 @req:TG-ATTR-012 @req:TG-ATTR-013 @req:TG-ATTR-014
  Scenario Outline: <attribute> cannot be set to <value>
    Given a target group "blue" with 0 targets
    When a user sets the target group attribute "<attribute>" of "blue" to "<value>"
    Then the call is refused

    Examples:
      | attribute                                                                      | value     |
      | deregistration_delay.timeout_seconds                                           | -1        |
      | deregistration_delay.timeout_seconds                                           | 3601      |
      | load_balancing.algorithm.type                                                  | random    |
      | load_balancing.algorithm.anomaly_mitigation                                    | on        |
      | load_balancing.algorithm.anomaly_mitigation                                    | true      |
      | load_balancing.cross_zone.enabled                                              | on        |
      | slow_start.duration_seconds                                                    | 29        |
      | slow_start.duration_seconds                                                    | 901       |
      | stickiness.enabled                                                             | yes       |
      | stickiness.app_cookie.cookie_name                                              | AWSALB    |
      | stickiness.app_cookie.cookie_name                                              | AWSALBAPP |
      | stickiness.app_cookie.cookie_name                                              | AWSALBTG1 |
      | stickiness.app_cookie.duration_seconds                                         | 0         |
      | stickiness.app_cookie.duration_seconds                                         | 604801    |
      | stickiness.lb_cookie.duration_seconds                                          | 0         |
      | stickiness.lb_cookie.duration_seconds                                          | 604801    |
      | stickiness.type                                                                | cookie    |
      | target_group_health.dns_failover.minimum_healthy_targets.count                 | 0         |
      | target_group_health.dns_failover.minimum_healthy_targets.percentage            | 0         |
      | target_group_health.dns_failover.minimum_healthy_targets.percentage            | 101       |
      | target_group_health.unhealthy_state_routing.minimum_healthy_targets.count      | 0         |
      | target_group_health.unhealthy_state_routing.minimum_healthy_targets.count      | off       |
      | target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage | 0         |
      | target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage | 101       |
