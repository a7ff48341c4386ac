@guide:listeners/edit-rule @feature:crud-rule @core
Feature: Edit a rule
  Actions and conditions of a rule can be changed at any time. Requests in flight are completed.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target

  @req:LS-EDITRULE-001
  Scenario: a changed action takes effect
    Given a rule with priority 10 that forwards the path "/img/*" to "blue"
    When a user calls "ModifyRule" with:
      | RuleArn                   | <rule-10-arn> |
      | Actions[1].Type           | forward       |
      | Actions[1].TargetGroupArn | <green-arn>   |
    And a client requests "/img/logo.png"
    Then the response comes from "green"

  @req:LS-EDITRULE-001 @req:LS-EDITRULE-004
  Scenario Outline: changed conditions take effect: <path> from <host>
    Given the listener forwards to "green"
    And a rule with priority 10 that forwards the path "/img/*" to "blue"
    When a user calls "ModifyRule" with:
      | RuleArn                                   | <rule-10-arn>    |
      | Conditions[1].Field                       | path-pattern     |
      | Conditions[1].PathPatternConfig.Values[1] | /pics/*          |
      | Conditions[2].Field                       | host-header      |
      | Conditions[2].HostHeaderConfig.Values[1]  | shop.example.com |
    And a client requests "<path>" from "<host>"
    Then the response comes from "<answered by>"

    Examples:
      | path    | host             | answered by |
      | /pics/a | shop.example.com | blue        |
      | /img/a  | shop.example.com | green       |
      | /pics/a | www.example.com  | green       |

  @req:LS-EDITRULE-004
  Scenario: a condition can be deleted
    Given a rule with priority 10 that forwards the path "/img/*" and the host "shop.example.com" to "blue"
    When a user calls "ModifyRule" with:
      | RuleArn                                   | <rule-10-arn> |
      | Conditions[1].Field                       | path-pattern  |
      | Conditions[1].PathPatternConfig.Values[1] | /img/*        |
    And a client requests "/img/logo.png" from "www.example.com"
    Then the response comes from "blue"

  @req:LS-EDITRULE-001
  Scenario: changed conditions leave the actions as they were
    Given a rule with priority 10 that forwards the path "/img/*" to "blue"
    When a user calls "ModifyRule" with:
      | RuleArn                                   | <rule-10-arn> |
      | Conditions[1].Field                       | path-pattern  |
      | Conditions[1].PathPatternConfig.Values[1] | /pics/*       |
    Then the answer has:
      | Rules[1].Priority                  | 10         |
      | Rules[1].Conditions[count]         | 1          |
      | Rules[1].Actions[1].TargetGroupArn | <blue-arn> |

  @req:LS-EDITRULE-003
  Scenario: a request in flight is completed by the target it went to
    Given a rule with priority 10 that forwards the path "/img/*" to "blue"
    And target "blue-1" holds its answers
    When a client requests "/img/logo.png" in the background
    And target "blue-1" has received 1 request
    And a user calls "ModifyRule" with:
      | RuleArn                   | <rule-10-arn> |
      | Actions[1].Type           | forward       |
      | Actions[1].TargetGroupArn | <green-arn>   |
    And target "blue-1" releases its answers
    Then the response comes from "blue"
    And target "green-1" receives nothing

  @req:LS-EDITRULE-005
  Scenario Outline: a rule's priority can be changed to <priority>
    Given a rule with priority 10 that forwards the path "/img/*" to "blue"
    When a user calls "SetRulePriorities" with:
      | RulePriorities[1].RuleArn  | <rule-10-arn> |
      | RulePriorities[1].Priority | <priority>    |
    Then the call <outcome>

    Examples:
      | priority | outcome                           |
      | 1        | succeeds                          |
      | 50000    | succeeds                          |
      | 0        | is refused with "ValidationError" |
      | 50001    | is refused with "ValidationError" |
