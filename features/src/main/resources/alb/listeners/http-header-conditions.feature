@guide:listeners/http-header-conditions @feature:rules-header
Feature: HTTP header conditions
  A header condition compares the values of the header fields of a name, whatever the case of either.

  @core @req:LS-HDRC-001 @req:LS-HDRC-002 @req:LS-HDRC-003
  Scenario Outline: <name> with "<value>" and the field <field>: <sent> go to <answered by>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the header "<name>" with "<value>" to "blue"
    When a client requests "/" with the headers:
      | <field> | <sent> |
    Then the response comes from "<answered by>"

    Examples:
      | name         | value      | field        | sent        | answered by |
      | Accept       | text/plain | Accept       | text/plain  | blue        |
      | X-Tenant     | one        | X-Tenant     | one         | blue        |
      | X-Tenant     | one        | x-tenant     | one         | blue        |
      | x-tenant     | one        | X-TENANT     | one         | blue        |
      | X-Tenant     | one        | X-Tenant     | ONE         | blue        |
      | X-Tenant     | One        | X-Tenant     | onE         | blue        |
      | X-Tenant     | one        | X-Tenant     | two         | green       |
      | X-Tenant     | one        | X-Tenant     | one more    | green       |
      | X-Tenant     | one        | X-Tenant-Too | one         | green       |
      | X-Tenant     | one        | Tenant       | one         | green       |

  @core @req:LS-HDRC-004
  Scenario Outline: a User-Agent like "<value>": <agent> goes to <answered by>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the header "User-Agent" with <value> to "blue"
    When a client requests "/" with the headers:
      | User-Agent | <agent> |
    Then the response comes from "<answered by>"

    Examples:
      | value                      | agent                       | answered by |
      | "*Chrome*" or "*Safari*"   | Mozilla/5.0 Chrome/126.0    | blue        |
      | "*Chrome*" or "*Safari*"   | Safari                      | blue        |
      | "*Chrome*" or "*Safari*"   | Mozilla/5.0 Firefox/127.0   | green       |
      | "curl/?.*"                 | curl/8.5                    | blue        |
      | "curl/?.*"                 | curl/.5                     | green       |
      | "curl/?.*"                 | curl/10.5                   | green       |

  @extended @req:LS-HDRC-010
  Scenario: of several fields of the name, each counts
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the header "X-Tenant" with "two" to "blue"
    When a client requests "/" with the headers:
      | X-Tenant | one |
      | X-Other  | a   |
      | X-Tenant | two |
    Then the response comes from "blue"

  @extended @req:LS-HDRC-005
  Scenario Outline: a wildcard character in a name stands for itself: <field>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the header "X-T*" with "one" to "blue"
    When a client requests "/" with the headers:
      | <field> | one |
    Then the response comes from "<answered by>"

    Examples:
      | field    | answered by |
      | X-T*     | blue        |
      | X-Tenant | green       |

  @extended @req:LS-HDRC-009
  Scenario Outline: spaces and punctuation can be compared: <sent>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the header "X-Text" with "<value>" to "blue"
    When a client requests "/" with the headers:
      | X-Text | <sent> |
    Then the response comes from "<answered by>"

    Examples:
      | value              | sent               | answered by |
      | a b                | a b                | blue        |
      | a b                | a  b               | green       |
      | !#%&'()+,./:;=>@[] | !#%&'()+,./:;=>@[] | blue        |
      | ^_`{}~;-           | ^_`{}~;-           | blue        |

  Scenario Outline: a header condition with <what>
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                                   | <listener-arn> |
      | Priority                                      | 10             |
      | Conditions[1].Field                           | http-header    |
      | Conditions[1].HttpHeaderConfig.HttpHeaderName | <name>         |
      | Conditions[1].HttpHeaderConfig.Values[1]      | <value>        |
      | Actions[1].Type                               | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode     | 200            |
    Then the call <outcome>

    @core @req:LS-HDRC-006 @req:LS-HDRC-008
    Examples:
      | what                         | name            | value            | outcome                           |
      | a name of 40 characters      | <40 characters> | a                | succeeds                          |
      | a name of 41 characters      | <41 characters> | a                | is refused with "ValidationError" |
      | a string of 128 characters   | X-Tenant        | <128 characters> | succeeds                          |
      | a string of 129 characters   | X-Tenant        | <129 characters> | is refused with "ValidationError" |

    @extended @req:LS-HDRC-007
    Examples:
      | what                         | name      | value | outcome                           |
      | all allowed special signs    | *?-!#$%&'+.^_`\|~ | a | succeeds                          |
      | a space in the name          | X Tenant  | a     | is refused with "ValidationError" |
      | a colon in the name          | X-Tenant: | a     | is refused with "ValidationError" |
      | a slash in the name          | X/Tenant  | a     | is refused with "ValidationError" |
