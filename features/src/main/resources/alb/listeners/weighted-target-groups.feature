@guide:listeners/weighted-target-groups @feature:forward
Feature: Weighted target groups
  A forward action can name several target groups; each gets a share of the requests by its weight.

  @core @req:LS-FWD-004 @req:LS-FWD-005
  Scenario Outline: weights <blue> and <green>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards with the weight <blue> to "blue" and <green> to "green"
    When a client requests "/" <n> times
    Then the targets of "blue" receive <to blue> requests in all
    And the targets of "green" receive <to green> requests in all

    Examples:
      | blue | green | n  | to blue | to green |
      | 10   | 10    | 20 | 10      | 10       |
      | 10   | 20    | 30 | 10      | 20       |
      | 1    | 3     | 20 | 5       | 15       |
      | 1    | 0     | 10 | 10      | 0        |
      | 0    | 999   | 10 | 0       | 10       |

  @core @req:LS-FWD-004
  Scenario: the weights of a rule
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    When a user calls "CreateRule" with:
      | ListenerArn                                             | <listener-arn> |
      | Priority                                                | 10             |
      | Conditions[1].Field                                     | path-pattern   |
      | Conditions[1].Values[1]                                 | /a             |
      | Actions[1].Type                                         | forward        |
      | Actions[1].ForwardConfig.TargetGroups[1].TargetGroupArn | <blue-arn>     |
      | Actions[1].ForwardConfig.TargetGroups[1].Weight         | 1              |
      | Actions[1].ForwardConfig.TargetGroups[2].TargetGroupArn | <green-arn>    |
      | Actions[1].ForwardConfig.TargetGroups[2].Weight         | 2              |
    And target "green-1" becomes "healthy"
    And a client requests "/a" 9 times
    Then target "blue-1" receives 3 requests
    And target "green-1" receives 6 requests

  @core @req:LS-FWD-002 @req:LS-FWD-003
  Scenario Outline: <what>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    When a user calls "ModifyListener" with:
      | ListenerArn                                                    | <listener-arn> |
      | DefaultActions[1].Type                                         | forward        |
      | DefaultActions[1].ForwardConfig.TargetGroups[1].TargetGroupArn | <blue-arn>     |
      | DefaultActions[1].ForwardConfig.TargetGroups[1].Weight         | 1              |
      | DefaultActions[1].ForwardConfig.TargetGroups[2].TargetGroupArn | <green-arn>    |
      | DefaultActions[1].ForwardConfig.TargetGroups[2].<member>       | <value>        |
    Then the call <outcome>

    Examples:
      | what                | member         | value       | outcome                           |
      | no weight           | TargetGroupArn | <green-arn> | is refused with "ValidationError" |
      | a weight of 0       | Weight         | 0           | succeeds                          |
      | a weight of 999     | Weight         | 999         | succeeds                          |
      | a weight of 1000    | Weight         | 1000        | is refused with "ValidationError" |
      | a weight of -1      | Weight         | -1          | is refused with "ValidationError" |
