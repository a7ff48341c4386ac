@guide:listeners/rule-condition-types
Feature: Rule condition types
  A rule applies when all its conditions are met; a condition is met when one of its values matches.

  @core @feature:rules-eval @req:LS-COND-003
  Scenario Outline: a condition is met by any of its values: <path>
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/img/*" or "/css/*" or "/favicon.ico" to "blue"
    When a client requests "<path>"
    Then the response comes from "blue"

    Examples:
      | path          |
      | /img/logo.png |
      | /css/main.css |
      | /favicon.ico  |

  @core @feature:rules-eval @req:LS-COND-006
  Scenario Outline: all conditions of a rule must be met: <path> from <host>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the host "shop.example.com" and the path "/img/*" to "blue"
    When a client requests "<path>" from "<host>"
    Then the response comes from "<answered by>"

    Examples:
      | path   | host             | answered by |
      | /img/a | shop.example.com | blue        |
      | /img/a | www.example.com  | green       |
      | /css/a | shop.example.com | green       |
      | /css/a | www.example.com  | green       |

  @core @feature:crud-rule @req:LS-COND-001
  Scenario Outline: a second <field> condition is refused
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-arn> |
      | Priority                                  | 10             |
      | Conditions[1].Field                       | <field>        |
      | Conditions[1].Values[1]                   | <first>        |
      | Conditions[2].Field                       | <field>        |
      | Conditions[2].Values[1]                   | <second>       |
      | Actions[1].Type                           | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode | 200            |
    Then the call is refused

    Examples:
      | field        | first         | second        |
      | host-header  | a.example.com | b.example.com |
      | path-pattern | /a            | /b            |

  @extended @feature:crud-rule @req:LS-COND-002
  Scenario: a fourth value of a condition is refused
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-arn> |
      | Priority                                  | 10             |
      | Conditions[1].Field                       | path-pattern   |
      | Conditions[1].PathPatternConfig.Values    | /a, /b, /c, /d |
      | Actions[1].Type                           | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode | 200            |
    Then the call is refused

  @core @feature:crud-rule @req:LS-COND-004
  Scenario: a sixth value in a rule is refused
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-arn>                              |
      | Priority                                  | 10                                          |
      | Conditions[1].Field                       | path-pattern                                |
      | Conditions[1].PathPatternConfig.Values    | /a, /b, /c                                  |
      | Conditions[2].Field                       | host-header                                 |
      | Conditions[2].HostHeaderConfig.Values     | a.example.com, b.example.com, c.example.com |
      | Actions[1].Type                           | fixed-response                              |
      | Actions[1].FixedResponseConfig.StatusCode | 200                                         |
    Then the call is refused with "ValidationError"

  @core @feature:crud-rule @req:LS-COND-004
  Scenario Outline: five values in a rule are accepted, and each counts: <path> from <host>
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/a" or "/b" or "/c" and the host "a.example.com" or "b.example.com" to "blue"
    When a client requests "<path>" from "<host>"
    Then the response comes from "blue"

    Examples:
      | path | host          |
      | /a   | b.example.com |
      | /c   | a.example.com |

  @core @feature:crud-rule @req:LS-COND-005
  Scenario Outline: a rule with <n> wildcard characters: <pattern>
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-arn> |
      | Priority                                  | 10             |
      | Conditions[1].Field                       | path-pattern   |
      | Conditions[1].PathPatternConfig.Values[1] | <pattern>      |
      | Actions[1].Type                           | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode | 200            |
    Then the call <outcome>

    Examples:
      | n | pattern           | outcome    |
      | 5 | /a*/b?/c*/d?/e*   | succeeds   |
      | 6 | /a*/b?/c*/d?/e*/? | is refused |
