@guide:listeners/query-string-conditions @feature:rules-query
Feature: Query string conditions
  A query string condition compares the key/value pairs of the query, or the values of any key.

  @core @req:LS-QRY-001 @req:LS-QRY-002 @req:LS-QRY-003 @req:LS-QRY-004
  Scenario Outline: <values> and <target>: <answered by>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the query <values> to "blue"
    When a client requests "<target>"
    Then the response comes from "<answered by>"

    Examples: the example of the guide
      | values                      | target                     | answered by |
      | "version=v1" or "*example*" | /?version=v1               | blue        |
      | "version=v1" or "*example*" | /?any=example              | blue        |
      | "version=v1" or "*example*" | /?any=some-example-of-it   | blue        |
      | "version=v1" or "*example*" | /?version=v2               | green       |
      | "version=v1" or "*example*" | /?example=any              | green       |
      | "version=v1" or "*example*" | /                          | green       |
      | "version=v1" or "*example*" | /version=v1/example        | green       |

    Examples: whole keys and values, in any case
      | values       | target        | answered by |
      | "version=v1" | /?VERSION=V1  | blue        |
      | "Version=V1" | /?version=v1  | blue        |
      | "version=v1" | /?version=v10 | green       |
      | "version=v1" | /?aversion=v1 | green       |
      | "version=v1" | /?version     | green       |
      | "v1"         | /?a=v1        | blue        |
      | "v1"         | /?a=v10       | green       |

    Examples: any of several pairs
      | values       | target                     | answered by |
      | "version=v1" | /?a=b&version=v1           | blue        |
      | "version=v1" | /?version=v1&a=b           | blue        |
      | "version=v1" | /?version=v2&version=v1    | blue        |
      | "version=v1" | /?version=&v1              | green       |
      | "v1"         | /?a=b&c=v1&d=e             | blue        |

    Examples: wildcards
      | values        | target          | answered by |
      | "version=v*"  | /?version=v     | blue        |
      | "version=v*"  | /?version=v1.2  | blue        |
      | "version=v*"  | /?version=1     | green       |
      | "version=v?"  | /?version=v1    | blue        |
      | "version=v?"  | /?version=v     | green       |
      | "version=v?"  | /?version=v12   | green       |
      | "ver*=v1"     | /?version=v1    | blue        |
      | "ver?=v1"     | /?version=v1    | green       |

  @core @req:LS-QRY-005
  Scenario Outline: a <member> of <n> characters
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                                        | <listener-arn> |
      | Priority                                           | 10             |
      | Conditions[1].Field                                | query-string   |
      | Conditions[1].QueryStringConfig.Values[1].Key      | k              |
      | Conditions[1].QueryStringConfig.Values[1].Value    | v              |
      | Conditions[1].QueryStringConfig.Values[1].<member> | <text>         |
      | Actions[1].Type                                    | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode          | 200            |
    Then the call <outcome>

    Examples:
      | member | n   | text             | outcome                           |
      | Key    | 128 | <128 characters> | succeeds                          |
      | Key    | 129 | <129 characters> | is refused with "ValidationError" |
      | Value  | 128 | <128 characters> | succeeds                          |
      | Value  | 129 | <129 characters> | is refused with "ValidationError" |
