@guide:listeners/delete-rule @core
Feature: Delete a rule
  A rule can be deleted at any time, except for the default rule, which goes with its listener.

  @feature:crud-rule @req:LS-DELRULE-001
  Scenario: a deleted rule routes no more
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/img/*" to "blue"
    When a user calls "DeleteRule" with:
      | RuleArn | <rule-10-arn> |
    And a client requests "/img/logo.png"
    Then the response comes from the default action

  @feature:crud-rule @req:LS-DELRULE-001
  Scenario: a deleted rule is not shown
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/img/*" to "blue"
    When a user calls "DeleteRule" with:
      | RuleArn | <rule-10-arn> |
    And a user calls "DescribeRules" with:
      | RuleArns[1] | <rule-10-arn> |
    Then the call is refused with "RuleNotFound"

  @feature:crud-rule @req:LS-DELRULE-002
  Scenario: the default rule cannot be deleted
    Given a load balancer
    When a user calls "DeleteRule" with:
      | RuleArn | <default-rule-arn> |
    Then the call is refused with "OperationNotPermitted"

  @feature:crud-listener @req:LS-DELRULE-003
  Scenario: the rules of a deleted listener are gone
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/img/*" to "blue"
    When a user calls "DeleteListener" with:
      | ListenerArn | <listener-arn> |
    And a user calls "DescribeRules" with:
      | RuleArns[1] | <rule-10-arn> |
    Then the call is refused with "RuleNotFound"
