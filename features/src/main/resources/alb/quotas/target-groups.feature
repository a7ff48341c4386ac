@guide:quotas/target-groups @feature:quotas @isolated
Feature: Quotas of target groups
  As many as the quota are accepted, one more is refused.

  @core @needs:quotas @req:QUO-TG-003
  Scenario: as many target groups as the quota are accepted, one more is refused
    Given the quota "target-groups" is adjusted to 3
    When a user calls "CreateTargetGroup" 3 times with:
      | Name     | tg-<n>-<unique> |
      | Protocol | HTTP            |
      | Port     | 80              |
      | VpcId    | <vpc>           |
    Then the call succeeds
    When a user calls "CreateTargetGroup" with:
      | Name     | tg-4-<unique> |
      | Protocol | HTTP          |
      | Port     | 80            |
      | VpcId    | <vpc>         |
    Then the call is refused with "TooManyTargetGroups"

  @extended @req:QUO-TG-004
  Scenario: a thousand targets of a target group are accepted, one more is refused
    When a user calls "CreateTargetGroup" with:
      | Name       | tg-<unique> |
      | Protocol   | HTTP        |
      | Port       | 80          |
      | VpcId      | <vpc>       |
      | TargetType | ip          |
    And a user calls "RegisterTargets" with:
      | TargetGroupArn                    | <target-group-arn> |
      | Targets[1..100].Id                | 10.0.0.1           |
      | Targets[101..200].Id              | 10.0.0.2           |
      | Targets[201..300].Id              | 10.0.0.3           |
      | Targets[301..400].Id              | 10.0.0.4           |
      | Targets[401..500].Id              | 10.0.0.5           |
      | Targets[501..600].Id              | 10.0.0.6           |
      | Targets[601..700].Id              | 10.0.0.7           |
      | Targets[701..800].Id              | 10.0.0.8           |
      | Targets[801..900].Id              | 10.0.0.9           |
      | Targets[901..1000].Id             | 10.0.0.10          |
      | Targets[1..1000].Port             | <n>                |
      | Targets[1..1000].AvailabilityZone | all                |
    Then the call succeeds
    When a user calls "RegisterTargets" with:
      | TargetGroupArn              | <target-group-arn> |
      | Targets[1].Id               | 10.0.0.11          |
      | Targets[1].Port             | 80                 |
      | Targets[1].AvailabilityZone | all                |
    Then the call is refused with "TooManyTargets"

  @core @req:QUO-TG-005
  Scenario: a target group of one load balancer is refused to another one
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    And a load balancer
    When a user calls "ModifyListener" with:
      | ListenerArn                      | <listener-arn> |
      | DefaultActions[1].Type           | forward        |
      | DefaultActions[1].TargetGroupArn | <blue-arn>     |
    Then the call is refused with "TargetGroupAssociationLimit"
