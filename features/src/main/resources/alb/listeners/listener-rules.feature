@guide:listeners/listener-rules
Feature: Listener rules
  Rules are evaluated in the order of their priorities, from the lowest value to the highest; the default rule is last.

  @core @feature:rules-eval @req:LS-PRIORULE-001
  Scenario Outline: of two rules that match, the one with the lower value applies: <first> and <second>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And a rule with priority <first> that forwards the path "/img/*" to "blue"
    And a rule with priority <second> that forwards the path "/img/logo.png" to "green"
    When a client requests "/img/logo.png"
    Then the response comes from "<answered by>"

    Examples:
      | first | second | answered by |
      | 10    | 20     | blue        |
      | 20    | 10     | green       |
      | 9     | 10     | blue        |
      | 100   | 20     | green       |
      | 1     | 50000  | blue        |

  @core @feature:rules-eval @req:LS-PRIORULE-002 @req:LS-DEFRULE-001
  Scenario Outline: the default rule applies when no other does: <path>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 50000 that forwards the path "/img/*" to "blue"
    When a client requests "<path>"
    Then the response comes from "<answered by>"

    Examples:
      | path   | answered by |
      | /img/a | blue        |
      | /      | green       |
      | /css/a | green       |

  @core @feature:crud-listener @req:LS-DEFRULE-003
  Scenario: a new listener has its default rule
    Given a load balancer
    When a user calls "DescribeRules" with:
      | ListenerArn | <listener-arn> |
    Then the answer has:
      | Rules[count]               | 1              |
      | Rules[1].Priority          | default        |
      | Rules[1].IsDefault         | true           |
      | Rules[1].Actions[1].Type   | fixed-response |
      | Rules[1].Conditions[count] | 0              |

  @core @feature:crud-rule @req:LS-DEFRULE-002
  Scenario: the default rule takes no condition
    Given a load balancer
    When a user calls "ModifyRule" with:
      | RuleArn                                   | <default-rule-arn> |
      | Conditions[1].Field                       | path-pattern       |
      | Conditions[1].PathPatternConfig.Values[1] | /img/*             |
    Then the call is refused

  @core @feature:crud-rule @req:LS-ACT-001
  Scenario: a rule without an action that answers is refused
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-arn> |
      | Priority                                  | 10             |
      | Conditions[1].Field                       | path-pattern   |
      | Conditions[1].PathPatternConfig.Values[1] | /img/*         |
    Then the call is refused

  @core @feature:crud-rule @req:LS-ACT-001
  Scenario: a rule with two actions that answer is refused
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-arn> |
      | Priority                                  | 10             |
      | Conditions[1].Field                       | path-pattern   |
      | Conditions[1].PathPatternConfig.Values[1] | /img/*         |
      | Actions[1].Type                           | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode | 200            |
      | Actions[2].Type                           | fixed-response |
      | Actions[2].FixedResponseConfig.StatusCode | 404            |
    Then the call is refused
