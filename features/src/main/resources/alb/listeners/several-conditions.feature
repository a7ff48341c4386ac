@guide:listeners/several-conditions
Feature: Several conditions
  A rule can have one condition of most types, and several of the types http-header and query-string; all must be met.

  @core @feature:rules-eval @req:LS-COND-008
  Scenario Outline: two header conditions of one name: <agent>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the header "User-Agent" with "*Chrome*" and the header "User-Agent" with "*Linux*" to "blue"
    When a client requests "/" with the headers:
      | User-Agent | <agent> |
    Then the response comes from "<answered by>"

    Examples:
      | agent        | answered by |
      | Linux Chrome | blue        |
      | Mac Chrome   | green       |
      | Linux Safari | green       |

  @core @feature:rules-eval @req:LS-COND-008
  Scenario Outline: two query string conditions: <target>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the query "a=1" and the query "b=2" to "blue"
    When a client requests "<target>"
    Then the response comes from "<answered by>"

    Examples:
      | target    | answered by |
      | /?a=1&b=2 | blue        |
      | /?b=2&a=1 | blue        |
      | /?a=1     | green       |
      | /?b=2     | green       |

  @core @feature:rules-eval @req:LS-COND-008
  Scenario Outline: conditions of five types: <method> <target>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a client connects to port 80
    And a rule with priority 10 that forwards the host "example.com" and the path "/a" and the method "PUT" and the query "v=1" and the source "<client-ip>/32" to "blue"
    When the client requests "<target>" from "<host>" with the method "<method>"
    Then the response comes from "<answered by>"

    Examples:
      | target | host        | method | answered by |
      | /a?v=1 | example.com | PUT    | blue        |
      | /a?v=2 | example.com | PUT    | green       |
      | /b?v=1 | example.com | PUT    | green       |
      | /a?v=1 | example.org | PUT    | green       |
      | /a?v=1 | example.com | GET    | green       |

  @core @feature:crud-rule @req:LS-COND-007
  Scenario Outline: a second <field> condition is refused
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-arn> |
      | Priority                                  | 10             |
      | Conditions[1].Field                       | <field>        |
      | Conditions[1].<config>.Values[1]          | <first>        |
      | Conditions[2].Field                       | <field>        |
      | Conditions[2].<config>.Values[1]          | <second>       |
      | Actions[1].Type                           | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode | 200            |
    Then the call is refused

    Examples:
      | field               | config                  | first        | second          |
      | http-request-method | HttpRequestMethodConfig | GET          | PUT             |
      | source-ip           | SourceIpConfig          | 192.0.2.0/24 | 198.51.100.0/24 |

  @extended @feature:crud-rule @req:LS-COND-009
  Scenario Outline: wildcards in the path and in a header count together: <header>
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                                   | <listener-arn> |
      | Priority                                      | 10             |
      | Conditions[1].Field                           | path-pattern   |
      | Conditions[1].PathPatternConfig.Values        | /a*, /b?, /*c  |
      | Conditions[2].Field                           | http-header    |
      | Conditions[2].HttpHeaderConfig.HttpHeaderName | X-Tenant       |
      | Conditions[2].HttpHeaderConfig.Values[1]      | <header>       |
      | Actions[1].Type                               | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode     | 200            |
    Then the call <outcome>

    Examples:
      | header | outcome    |
      | one*?  | succeeds   |
      | *one*? | is refused |

  @extended @feature:rules-eval @req:LS-COND-011
  Scenario Outline: a value with <what>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the header "X-Tenant" with "*" to "blue"
    When a client sends:
      """
      GET / HTTP/1.1
      Host: h
      X-Tenant: <sent>

      """
    Then the response comes from "<answered by>"

    Examples:
      | what            | sent | answered by |
      | a space         | a b  | blue        |
      | a tab inside    | a\tb | green       |
