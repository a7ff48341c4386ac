@guide:target-groups/by-command @needs:aws-cli
Feature: Changing target groups by commands
  Each procedure for the AWS CLI names a command.

  @core @feature:tg-attributes @req:TG-CMD-001 @req:TG-CMD-002 @req:TG-CMD-003 @req:TG-CMD-004 @req:TG-CMD-005
  Scenario Outline: modify-target-group-attributes sets <attribute> to <value>
    Given a target group "blue" with 0 targets
    When a user runs:
      """
      aws elbv2 modify-target-group-attributes --target-group-arn <blue-arn> \
      --attributes Key=<attribute>,Value=<value>
      """
    Then the answer has:
      | Attributes[Key=<attribute>].Value | <value> |
    And the target group attribute "<attribute>" of "blue" is "<value>"

    Examples:
      | attribute                            | value                      |
      | load_balancing.algorithm.type        | least_outstanding_requests |
      | deregistration_delay.timeout_seconds | 60                         |
      | slow_start.duration_seconds          | 30                         |
      | load_balancing.cross_zone.enabled    | false                      |
      | load_balancing.cross_zone.enabled    | true                       |

  @core @feature:tg-attributes @req:TG-CMD-006
  Scenario: modify-target-group-attributes turns anomaly mitigation on
    Given a target group "blue" with 0 targets
    When a user runs:
      """
      aws elbv2 modify-target-group-attributes --target-group-arn <blue-arn> --attributes \
      Key=load_balancing.algorithm.type,Value=weighted_random \
      Key=load_balancing.algorithm.anomaly_mitigation,Value=on
      """
    Then the answer has:
      | Attributes[Key=load_balancing.algorithm.anomaly_mitigation].Value | on |

  @core @feature:tg-attributes @req:TG-CMD-007
  Scenario: modify-target-group-attributes sets the healthy thresholds
    Given a target group "blue" with 0 targets
    When a user runs:
      """
      aws elbv2 modify-target-group-attributes \
      --target-group-arn <blue-arn> \
      --attributes \
      Key=target_group_health.dns_failover.minimum_healthy_targets.percentage,Value=50 \
      Key=target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage,Value=50
      """
    Then the answer has:
      | Attributes[Key=target_group_health.dns_failover.minimum_healthy_targets.percentage].Value            | 50 |
      | Attributes[Key=target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage].Value | 50 |

  @core @feature:tg-attributes @req:TG-CMD-008
  Scenario: modify-target-group-attributes enables duration-based stickiness
    Given a target group "blue" with 0 targets
    When a user runs:
      """
      aws elbv2 modify-target-group-attributes --target-group-arn <blue-arn> --attributes \
      Key=stickiness.enabled,Value=true \
      Key=stickiness.lb_cookie.duration_seconds,Value=86500
      """
    Then the answer has:
      | Attributes[Key=stickiness.enabled].Value                    | true  |
      | Attributes[Key=stickiness.lb_cookie.duration_seconds].Value | 86500 |

  @core @feature:tg-attributes @req:TG-CMD-009
  Scenario: modify-target-group-attributes enables application-based stickiness
    Given a target group "blue" with 0 targets
    When a user runs:
      """
      aws elbv2 modify-target-group-attributes --target-group-arn <blue-arn> --attributes \
      Key=stickiness.enabled,Value=true Key=stickiness.type,Value=app_cookie \
      Key=stickiness.app_cookie.cookie_name,Value=my-cookie-name \
      Key=stickiness.app_cookie.duration_seconds,Value=86500
      """
    Then the answer has:
      | Attributes[Key=stickiness.type].Value                        | app_cookie     |
      | Attributes[Key=stickiness.app_cookie.cookie_name].Value      | my-cookie-name |
      | Attributes[Key=stickiness.app_cookie.duration_seconds].Value | 86500          |

  @core @feature:crud-tg @req:TG-CMD-010
  Scenario: create-target-group, add-tags and register-targets
    Given a user runs:
      """
      aws elbv2 create-target-group --name tg-<unique> --protocol HTTP --port 80 --vpc-id <vpc> --target-type ip
      """
    And a user runs:
      """
      aws elbv2 add-tags --resource-arns <target-group-arn> --tags Key=purpose,Value=shop
      """
    And a user runs:
      """
      aws elbv2 register-targets --target-group-arn <target-group-arn> \
      --targets Id=10.0.0.7,AvailabilityZone=all Id=10.0.0.8,Port=8080,AvailabilityZone=all
      """
    When a user runs:
      """
      aws elbv2 describe-target-health --target-group-arn <target-group-arn>
      """
    Then the answer has:
      | TargetHealthDescriptions[count]                                 | 2      |
      | TargetHealthDescriptions[Target.Id=10.0.0.7].Target.Port        | 80     |
      | TargetHealthDescriptions[Target.Id=10.0.0.8].Target.Port        | 8080   |
      | TargetHealthDescriptions[Target.Id=10.0.0.8].TargetHealth.State | unused |
    And the target group has the tags:
      | purpose | shop |

  @core @feature:crud-tg @req:TG-CMD-011
  Scenario: deregister-targets
    Given a target group "blue" with 2 targets
    And the target group attribute "deregistration_delay.timeout_seconds" of "blue" is set to "0"
    When a user runs:
      """
      aws elbv2 deregister-targets --target-group-arn <blue-arn> --targets Id=<blue-1-ip>,Port=<blue-1-port>
      """
    When a user runs:
      """
      aws elbv2 describe-target-health --target-group-arn <blue-arn>
      """
    Then the answer has:
      | TargetHealthDescriptions[count]         | 1             |
      | TargetHealthDescriptions[1].Target.Port | <blue-2-port> |
