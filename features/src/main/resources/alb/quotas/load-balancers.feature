@guide:quotas/load-balancers @feature:quotas @isolated
Feature: Quotas of load balancers
  As many as the quota are accepted, one more is refused.

  @core @req:QUO-LB-007
  Scenario: fifty load balancers are accepted, one more is refused
    When a user calls "CreateLoadBalancer" 50 times with:
      | Name    | lb-<n>-<unique>        |
      | Subnets | <subnet-a>, <subnet-b> |
    Then the call succeeds
    When a user calls "CreateLoadBalancer" with:
      | Name    | lb-51-<unique>         |
      | Subnets | <subnet-a>, <subnet-b> |
    Then the call is refused with "TooManyLoadBalancers"

  @core @req:QUO-LB-008
  Scenario: fifty listeners of a load balancer are accepted, one more is refused
    Given a load balancer without listeners
    When a user calls "CreateListener" 50 times with:
      | LoadBalancerArn                                  | <load-balancer-arn> |
      | Protocol                                         | HTTP                |
      | Port                                             | 200<n>              |
      | DefaultActions[1].Type                           | fixed-response      |
      | DefaultActions[1].FixedResponseConfig.StatusCode | 200                 |
    Then the call succeeds
    When a user calls "CreateListener" with:
      | LoadBalancerArn                                  | <load-balancer-arn> |
      | Protocol                                         | HTTP                |
      | Port                                             | 20051               |
      | DefaultActions[1].Type                           | fixed-response      |
      | DefaultActions[1].FixedResponseConfig.StatusCode | 200                 |
    Then the call is refused with "TooManyListeners"

  @core @req:QUO-LB-009
  Scenario Outline: a forward action with <count> target groups <is accepted or refused>
    Given a load balancer
    When a user calls "CreateTargetGroup" 6 times with:
      | Name     | tg-<n>-<unique> |
      | Protocol | HTTP            |
      | Port     | 80              |
      | VpcId    | <vpc>           |
    And a user calls "CreateRule" with:
      | ListenerArn                                                   | <listener-arn>             |
      | Priority                                                      | 1                          |
      | Conditions[1].Field                                           | path-pattern               |
      | Conditions[1].Values[1]                                       | /a                         |
      | Actions[1].Type                                               | forward                    |
      | Actions[1].ForwardConfig.TargetGroups[1].TargetGroupArn       | <target-group-1-arn>       |
      | Actions[1].ForwardConfig.TargetGroups[2].TargetGroupArn       | <target-group-2-arn>       |
      | Actions[1].ForwardConfig.TargetGroups[3].TargetGroupArn       | <target-group-3-arn>       |
      | Actions[1].ForwardConfig.TargetGroups[4].TargetGroupArn       | <target-group-4-arn>       |
      | Actions[1].ForwardConfig.TargetGroups[5].TargetGroupArn       | <target-group-5-arn>       |
      | Actions[1].ForwardConfig.TargetGroups[<count>].TargetGroupArn | <target-group-<count>-arn> |
      | Actions[1].ForwardConfig.TargetGroups[1..<count>].Weight      | 1                          |
    Then the call <is accepted or refused>

    Examples:
      | count | is accepted or refused                |
      | 5     | succeeds                              |
      | 6     | is refused with "TooManyTargetGroups" |

  @core @req:QUO-LB-010
  Scenario: a hundred target groups of a load balancer are accepted, one more is refused
    Given a load balancer
    When a user calls "CreateTargetGroup" 101 times with:
      | Name     | tg-<n>-<unique> |
      | Protocol | HTTP            |
      | Port     | 80              |
      | VpcId    | <vpc>           |
    And a user calls "CreateRule" 100 times with:
      | ListenerArn               | <listener-arn>         |
      | Priority                  | <n>                    |
      | Conditions[1].Field       | path-pattern           |
      | Conditions[1].Values[1]   | /<n>                   |
      | Actions[1].Type           | forward                |
      | Actions[1].TargetGroupArn | <target-group-<n>-arn> |
    Then the call succeeds
    When a user calls "ModifyListener" with:
      | ListenerArn                      | <listener-arn>         |
      | DefaultActions[1].Type           | forward                |
      | DefaultActions[1].TargetGroupArn | <target-group-101-arn> |
    Then the call is refused with "TooManyUniqueTargetGroupsPerLoadBalancer"

  @core @needs:quotas @req:QUO-LB-011
  Scenario: as many targets of a load balancer as its quota are accepted, one more is refused
    Given the quota "targets-per-application-load-balancer" is adjusted to 4
    And a load balancer
    And a target group "blue" with 2 targets
    And a target group "green" with 2 targets
    And the listener forwards to "blue"
    And a rule with priority 1 that forwards the path "/green" to "green"
    When a user calls "RegisterTargets" with:
      | TargetGroupArn  | <green-arn>  |
      | Targets[1].Id   | <green-1-ip> |
      | Targets[1].Port | 9            |
    Then the call is refused with "TooManyTargets"
