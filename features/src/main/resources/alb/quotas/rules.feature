@guide:quotas/rules @feature:quotas @isolated
Feature: Quotas of rules
  As many as the quota are accepted, one more is refused.

  @core @req:QUO-RULE-005
  Scenario: a hundred rules of a load balancer are accepted, one more is refused on any listener
    Given a load balancer with listeners on the ports 9090 and 9091
    When a user calls "CreateRule" 100 times with:
      | ListenerArn                               | <listener-9090-arn> |
      | Priority                                  | <n>                 |
      | Conditions[1].Field                       | path-pattern        |
      | Conditions[1].Values[1]                   | /<n>                |
      | Actions[1].Type                           | fixed-response      |
      | Actions[1].FixedResponseConfig.StatusCode | 200                 |
    Then the call succeeds
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-9091-arn> |
      | Priority                                  | 1                   |
      | Conditions[1].Field                       | path-pattern        |
      | Conditions[1].Values[1]                   | /a                  |
      | Actions[1].Type                           | fixed-response      |
      | Actions[1].FixedResponseConfig.StatusCode | 200                 |
    Then the call is refused with "TooManyRules"

  @core @needs:quotas @req:QUO-RULE-006
  Scenario: with a larger quota a load balancer takes more rules
    Given the quota "rules-per-application-load-balancer" is adjusted to 101
    And a load balancer
    When a user calls "CreateRule" 101 times with:
      | ListenerArn                               | <listener-arn> |
      | Priority                                  | <n>            |
      | Conditions[1].Field                       | path-pattern   |
      | Conditions[1].Values[1]                   | /<n>           |
      | Actions[1].Type                           | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode | 200            |
    Then the call succeeds
