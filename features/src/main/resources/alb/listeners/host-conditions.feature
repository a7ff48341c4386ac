@guide:listeners/host-conditions @feature:host-header
Feature: Host conditions
  A host condition compares the host name in the Host header, whatever its case; * stands for any number of characters,
  ? for exactly one.

  @core @req:LS-HOST-001 @req:LS-ADDRULE-003 @req:LS-ADDRULE-005
  Scenario Outline: <value> and <host>: <answered by>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the host "<value>" to "blue"
    When a client requests "/" from "<host>"
    Then the response comes from "<answered by>"

    Examples: the whole name, in any case
      | value           | host            | answered by |
      | example.com     | example.com     | blue        |
      | example.com     | EXAMPLE.Com     | blue        |
      | Example.COM     | example.com     | blue        |
      | example.com     | www.example.com | green       |
      | example.com     | example.com.au  | green       |
      | www.example.com | www.example.com | blue        |
      | www.example.com | wwwXexample.com | green       |

    Examples: any number of characters
      | value             | host                | answered by |
      | *.example.com     | test.example.com    | blue        |
      | *.example.com     | a.b.example.com     | blue        |
      | *.example.com     | TEST.Example.com    | blue        |
      | *.example.com     | example.com         | green       |
      | *.example.com     | test.example.org    | green       |
      | *.example.com     | badexample.com      | green       |
      | shop*.example.com | shop.example.com    | blue        |
      | shop*.example.com | shop-eu.example.com | blue        |

    Examples: exactly one character
      | value            | host              | answered by |
      | web?.example.com | web1.example.com  | blue        |
      | web?.example.com | web.example.com   | green       |
      | web?.example.com | web10.example.com | green       |

  @core @req:LS-HOST-004
  Scenario Outline: one load balancer serves several domains: <host>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And a rule with priority 10 that forwards the host "shop.example.com" to "blue"
    And a rule with priority 20 that forwards the host "example.org" to "green"
    When a client requests "/" from "<host>"
    Then the response comes from "<answered by>"

    Examples:
      | host             | answered by |
      | shop.example.com | blue        |
      | example.org      | green       |

  @core @req:LS-HOST-005
  Scenario: a port in the Host header plays no part
    Given a load balancer with a listener on port 8080
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the host "www.example.com" to "blue"
    When a client requests "/" from "www.example.com:8080"
    Then the response comes from "blue"

  @core @req:LS-HOST-002 @req:LS-HOST-003 @req:LS-ADDRULE-002 @req:LS-ADDRULE-004
  Scenario Outline: a host value <what> is refused
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-arn> |
      | Priority                                  | 10             |
      | Conditions[1].Field                       | host-header    |
      | Conditions[1].HostHeaderConfig.Values[1]  | <value>        |
      | Actions[1].Type                           | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode | 200            |
    Then the call is refused with "ValidationError"

    Examples:
      | what                                | value                |
      | without a period                    | localhost            |
      | with a digit after the last period  | example.c0m          |
      | that is an IP address               | 192.0.2.1            |
      | with a hyphen after the last period | example.co-op        |
      | of 129 characters                   | <125 characters>.com |
      | with a space                        | my shop.com          |
      | with a slash                        | example.com/img.com  |
      | with a port                         | example.com:80       |

  @extended @req:LS-HOST-006 @req:LS-ADDRULE-004
  Scenario Outline: a host value <what> is accepted
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the host "<value>" to "blue"
    When a client requests "/" from "<value>"
    Then the response comes from "blue"

    Examples:
      | what                           | value                |
      | of 128 characters              | <124 characters>.com |
      | with hyphen, underscore, digit | a-b_c9.example.com   |
