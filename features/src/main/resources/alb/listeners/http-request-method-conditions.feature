@guide:listeners/http-request-method-conditions @feature:rules-method
Feature: HTTP request method conditions
  A method condition compares the method of a request with standard or custom methods.

  Scenario Outline: <values> and <method>: <answered by>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the method <values> to "blue"
    When a client requests "/" with the method "<method>"
    Then the response comes from "<answered by>"

    @core @req:LS-METH-001
    Examples:
      | values          | method  | answered by |
      | "PUT"           | PUT     | blue        |
      | "PUT"           | put     | green       |
      | "PUT"           | PUTS    | green       |
      | "PUT"           | PU      | green       |
      | "PUT"           | GET     | green       |
      | "PUT" or "POST" | POST    | blue        |
      | "OPTIONS"       | OPTIONS | blue        |

    @extended @req:LS-METH-002
    Examples: custom methods
      | values          | method        | answered by |
      | "CUSTOM-METHOD" | CUSTOM-METHOD | blue        |
      | "CUSTOM-METHOD" | CUSTOM_METHOD | green       |

  Scenario Outline: a method <what>
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                                     | <listener-arn>      |
      | Priority                                        | 10                  |
      | Conditions[1].Field                             | http-request-method |
      | Conditions[1].HttpRequestMethodConfig.Values[1] | <value>             |
      | Actions[1].Type                                 | fixed-response      |
      | Actions[1].FixedResponseConfig.StatusCode       | 200                 |
    Then the call <outcome>

    @core @req:LS-METH-003
    Examples:
      | what             | value | outcome                           |
      | that is a star   | *     | is refused with "ValidationError" |
      | with a wildcard  | P?T   | is refused with "ValidationError" |

    @extended @req:LS-METH-004 @req:LS-METH-005
    Examples:
      | what                       | value                                      | outcome                           |
      | with hyphen and underscore | A-B_C                                      | succeeds                          |
      | in lower case              | get                                        | is refused with "ValidationError" |
      | with a digit               | M2                                         | is refused with "ValidationError" |
      | of 40 characters           | ABCDEFGHIJABCDEFGHIJABCDEFGHIJABCDEFGHIJ   | succeeds                          |
      | of 41 characters           | ABCDEFGHIJABCDEFGHIJABCDEFGHIJABCDEFGHIJA  | is refused with "ValidationError" |
