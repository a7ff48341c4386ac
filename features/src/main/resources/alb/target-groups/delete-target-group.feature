@guide:target-groups/delete-target-group @feature:crud-tg @core
Feature: Delete a target group
  A target group can be deleted unless a rule forwards to it.

  @req:TG-DEL-001
  Scenario: an unused target group is deleted
    Given a target group "blue" with 1 target
    When a user calls "DeleteTargetGroup" with:
      | TargetGroupArn | <blue-arn> |
    And a user calls "DescribeTargetGroups" with:
      | TargetGroupArns[1] | <blue-arn> |
    Then the call is refused with "TargetGroupNotFound"

  @req:TG-DEL-002
  Scenario: a target group of a default action stays
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a user calls "DeleteTargetGroup" with:
      | TargetGroupArn | <blue-arn> |
    Then the call is refused with "ResourceInUse"

  @req:TG-DEL-002
  Scenario: a target group of a rule stays until the rule is deleted
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/img/*" to "blue"
    When a user calls "DeleteTargetGroup" with:
      | TargetGroupArn | <blue-arn> |
    Then the call is refused with "ResourceInUse"
    When a user calls "DeleteRule" with:
      | RuleArn | <rule-10-arn> |
    And a user calls "DeleteTargetGroup" with:
      | TargetGroupArn | <blue-arn> |
    Then the call succeeds
