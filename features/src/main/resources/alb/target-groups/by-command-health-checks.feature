@guide:target-groups/by-command-health-checks @needs:aws-cli
Feature: Changing health checks, tags and existence of target groups by commands
  Each procedure for the AWS CLI names a command.

  @core @feature:health-check @req:TG-CMD-012
  Scenario: modify-target-group changes the health check settings
    Given a target group "blue" with 0 targets
    When a user runs:
      """
      aws elbv2 modify-target-group --target-group-arn <blue-arn> \
      --health-check-path /ready --health-check-interval-seconds 60 --health-check-timeout-seconds 20 \
      --healthy-threshold-count 3 --unhealthy-threshold-count 4 --matcher HttpCode=200-299
      """
    Then the answer has:
      | TargetGroups[1].HealthCheckPath            | /ready  |
      | TargetGroups[1].HealthCheckIntervalSeconds | 60      |
      | TargetGroups[1].HealthCheckTimeoutSeconds  | 20      |
      | TargetGroups[1].HealthyThresholdCount      | 3       |
      | TargetGroups[1].UnhealthyThresholdCount    | 4       |
      | TargetGroups[1].Matcher.HttpCode           | 200-299 |

  @core @feature:tags @req:TG-CMD-013
  Scenario: add-tags and remove-tags of a target group
    Given a target group "blue" with 0 targets
    And a user runs:
      """
      aws elbv2 add-tags --resource-arns <blue-arn> --tags Key=purpose,Value=shop Key=owner,Value=ann
      """
    When a user runs:
      """
      aws elbv2 remove-tags --resource-arns <blue-arn> --tag-keys purpose
      """
    Then the target group has the tags:
      | owner | ann |

  @core @feature:crud-tg @req:TG-CMD-014
  Scenario: delete-target-group
    Given a target group "blue" with 0 targets
    When a user runs:
      """
      aws elbv2 delete-target-group --target-group-arn <blue-arn>
      """
    When a user runs:
      """
      aws elbv2 describe-target-groups --target-group-arns <blue-arn>
      """
    Then the call is refused with "TargetGroupNotFound"

  @core @feature:crud-tg @req:TG-CMD-014
  Scenario: delete-target-group is refused while a rule forwards to the group
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a user runs:
      """
      aws elbv2 delete-target-group --target-group-arn <blue-arn>
      """
    Then the call is refused with "ResourceInUse"
