@guide:listeners/source-ip-address-conditions @feature:rules-source
Feature: Source IP address conditions
  A source IP condition compares the address that the connection comes from.

  @core @req:LS-SRC-001
  Scenario Outline: the block <values>: <answered by>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a client connects to port 80
    And a rule with priority 10 that forwards the source <values> to "blue"
    When the client requests "/"
    Then the response comes from "<answered by>"

    Examples:
      | values                               | answered by |
      | "<client-ip>/32"                     | blue        |
      | "0.0.0.0/0"                          | blue        |
      | "192.0.2.0/24" or "<client-ip>/32"   | blue        |
      | "192.0.2.0/24"                       | green       |
      | "192.0.2.0/24" or "198.51.100.10/32" | green       |

  @core @req:LS-SRC-005
  Scenario: an address in X-Forwarded-For is not the source
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the source "192.0.2.0/24" to "blue"
    When a client requests "/" with the headers:
      | X-Forwarded-For | 192.0.2.7 |
    Then the response comes from "green"

  @core @req:LS-SRC-006
  Scenario: an address in X-Forwarded-For is found by a header condition
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the header "X-Forwarded-For" with "*192.0.2.7*" to "blue"
    When a client requests "/" with the headers:
      | X-Forwarded-For | 203.0.113.9, 192.0.2.7 |
    Then the response comes from "blue"

  @extended @needs:ipv6 @req:LS-SRC-003
  Scenario Outline: an IPv6 client and the block <values>: <answered by>
    Given a load balancer with the IP address type "dualstack"
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the source <values> to "blue"
    When an IPv6 client requests "/"
    Then the response comes from "<answered by>"

    Examples:
      | values                    | answered by |
      | "::/0"                    | blue        |
      | "0.0.0.0/0"               | green       |
      | "2001:db8::/32"           | green       |
      | "0.0.0.0/0" or "::/0"     | blue        |

  Scenario Outline: the block <value>
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-arn> |
      | Priority                                  | 10             |
      | Conditions[1].Field                       | source-ip      |
      | Conditions[1].SourceIpConfig.Values[1]    | <value>        |
      | Actions[1].Type                           | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode | 200            |
    Then the call <outcome>

    @core @req:LS-SRC-002
    Examples:
      | value         | outcome                           |
      | 192.0.2.0/24  | succeeds                          |
      | 192.0.2.7     | is refused with "ValidationError" |
      | 192.0.2.0/33  | is refused with "ValidationError" |
      | 192.0.2.*     | is refused with "ValidationError" |
      | 192.0.2/24    | is refused with "ValidationError" |
      | example.com   | is refused with "ValidationError" |

    @extended @req:LS-SRC-004
    Examples:
      | value              | outcome                           |
      | 2001:db8::/32      | succeeds                          |
      | 2001:db8::/129     | is refused with "ValidationError" |
      | 255.255.255.255/32 | is refused with "ValidationError" |
