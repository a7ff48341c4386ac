@guide:listeners/add-rule
Feature: Add a rule
  A listener takes further rules at any time, each with conditions, actions and a priority of its own.

  @core @feature:crud-rule @req:LS-ADDRULE-037 @req:LS-ADDRULE-001
  Scenario: a rule that was created is shown
    Given a load balancer
    And a target group "blue" with 1 target
    When a user calls "CreateRule" with:
      | ListenerArn               | <listener-arn> |
      | Priority                  | 10             |
      | Conditions[1].Field       | path-pattern   |
      | Conditions[1].Values[1]   | /img/*         |
      | Actions[1].Type           | forward        |
      | Actions[1].TargetGroupArn | <blue-arn>     |
    And a user calls "DescribeRules" with:
      | ListenerArn | <listener-arn> |
    Then the answer has:
      | Rules[count]                                 | 2                                                                                                            |
      | Rules[Priority=10].RuleArn                   | ~ arn:aws:elasticloadbalancing:<region>:<account>:listener-rule/<load-balancer-id>/[0-9a-f]{16}/[0-9a-f]{16} |
      | Rules[Priority=10].IsDefault                 | false                                                                                                        |
      | Rules[Priority=10].Conditions[1].Field       | path-pattern                                                                                                 |
      | Rules[Priority=10].Conditions[1].Values[1]   | /img/*                                                                                                       |
      | Rules[Priority=10].Actions[1].Type           | forward                                                                                                      |
      | Rules[Priority=10].Actions[1].TargetGroupArn | <blue-arn>                                                                                                   |

  @core @feature:crud-rule @req:LS-ADDRULE-037
  Scenario: a rule that was created routes
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/img/*" to "blue"
    When a client requests "/img/logo.png"
    Then the response comes from "blue"

  @core @feature:crud-rule @req:LS-ADDRULE-036
  Scenario Outline: a rule with priority <priority>
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-arn> |
      | Priority                                  | <priority>     |
      | Conditions[1].Field                       | path-pattern   |
      | Conditions[1].PathPatternConfig.Values[1] | /img/*         |
      | Actions[1].Type                           | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode | 200            |
    Then the call <outcome>

    Examples:
      | priority | outcome                           |
      | 1        | succeeds                          |
      | 50000    | succeeds                          |
      | 0        | is refused with "ValidationError" |
      | 50001    | is refused with "ValidationError" |

  @core @feature:crud-rule @req:LS-ADDRULE-036
  Scenario: two rules of a listener cannot have the same priority
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/img/*" to "blue"
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-arn> |
      | Priority                                  | 10             |
      | Conditions[1].Field                       | path-pattern   |
      | Conditions[1].PathPatternConfig.Values[1] | /css/*         |
      | Actions[1].Type                           | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode | 200            |
    Then the call is refused with "PriorityInUse"

  @core @feature:fixed-response @req:LS-ADDRULE-034
  Scenario: a fixed response needs a code
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                                | <listener-arn> |
      | Priority                                   | 10             |
      | Conditions[1].Field                        | path-pattern   |
      | Conditions[1].PathPatternConfig.Values[1]  | /img/*         |
      | Actions[1].Type                            | fixed-response |
      | Actions[1].FixedResponseConfig.MessageBody | gone           |
    Then the call is refused
