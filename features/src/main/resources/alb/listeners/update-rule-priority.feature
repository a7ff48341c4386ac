@guide:listeners/update-rule-priority @feature:crud-rule @core
Feature: Update rule priority
  The order of the rules can be changed at any time, except that the default rule stays last.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target

  @req:LS-PRIORULE-003
  Scenario: a rule that gets a higher value is evaluated later
    Given a rule with priority 10 that forwards the path "/img/*" to "blue"
    And a rule with priority 20 that forwards the path "/img/logo.png" to "green"
    When a user calls "SetRulePriorities" with:
      | RulePriorities[1].RuleArn  | <rule-10-arn> |
      | RulePriorities[1].Priority | 30            |
    And a client requests "/img/logo.png"
    Then the response comes from "green"

  @req:LS-PRIORULE-005
  Scenario: two rules change places in one call
    Given a rule with priority 10 that forwards the path "/img/*" to "blue"
    And a rule with priority 20 that forwards the path "/img/logo.png" to "green"
    When a user calls "SetRulePriorities" with:
      | RulePriorities[1].RuleArn  | <rule-10-arn> |
      | RulePriorities[1].Priority | 20            |
      | RulePriorities[2].RuleArn  | <rule-20-arn> |
      | RulePriorities[2].Priority | 10            |
    And a client requests "/img/logo.png"
    Then the response comes from "green"

  @req:LS-PRIORULE-005
  Scenario: the new priorities are shown
    Given a rule with priority 10 that forwards the path "/img/*" to "blue"
    And a rule with priority 20 that forwards the path "/img/logo.png" to "green"
    When a user calls "SetRulePriorities" with:
      | RulePriorities[1].RuleArn  | <rule-10-arn> |
      | RulePriorities[1].Priority | 40            |
      | RulePriorities[2].RuleArn  | <rule-20-arn> |
      | RulePriorities[2].Priority | 30            |
    And a user calls "DescribeRules" with:
      | ListenerArn | <listener-arn> |
    Then the answer has:
      | Rules[Priority=40].RuleArn | <rule-10-arn> |
      | Rules[Priority=30].RuleArn | <rule-20-arn> |
      | Rules[count]               | 3             |

  @req:LS-PRIORULE-003
  Scenario: a priority that another rule keeps cannot be taken
    Given a rule with priority 10 that forwards the path "/img/*" to "blue"
    And a rule with priority 20 that forwards the path "/img/logo.png" to "green"
    When a user calls "SetRulePriorities" with:
      | RulePriorities[1].RuleArn  | <rule-10-arn> |
      | RulePriorities[1].Priority | 20            |
    Then the call is refused with "PriorityInUse"

  @req:LS-PRIORULE-004
  Scenario: the priority of the default rule cannot be changed
    Given the listener forwards to "blue"
    When a user calls "SetRulePriorities" with:
      | RulePriorities[1].RuleArn  | <default-rule-arn> |
      | RulePriorities[1].Priority | 10                 |
    Then the call is refused with "OperationNotPermitted"
