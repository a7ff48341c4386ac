@guide:load-balancers/ip-address-type @feature:ip-address-type
Feature: IP address type
  The IP address type of a load balancer says by which version of IP clients can connect to it.

  @core @req:LB-IPTYPE-007
  Scenario Outline: the IP address type is changed to <type>
    Given a load balancer without listeners
    When a user sets the IP address type to "<type>"
    Then the call <outcome>
    And the IP address type is "<then>"

    Examples:
      | type                          | outcome                           | then                          |
      | dualstack                     | succeeds                          | dualstack                     |
      | dualstack-without-public-ipv4 | succeeds                          | dualstack-without-public-ipv4 |
      | ipv4                          | succeeds                          | ipv4                          |
      | ipv6                          | is refused with "ValidationError" | ipv4                          |

  @extended @needs:ipv6 @req:LB-IPTYPE-003 @req:LB-IPTYPE-005
  Scenario: clients of a dualstack load balancer
    Given a load balancer with the IP address type "dualstack"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/four"
    Then the response comes from "blue"
    When an IPv6 client requests "/six"
    Then the response comes from "blue"

  @extended @needs:ipv6 @req:LB-IPTYPE-002
  Scenario: a dualstack load balancer becomes an IPv4 one, and one again
    Given a load balancer with the IP address type "dualstack"
    When an IPv6 client requests "/six"
    Then the response comes from the default action
    When a user sets the IP address type to "ipv4"
    Then no IPv6 client can connect
    When a client requests "/four"
    Then the response comes from the default action
    When a user sets the IP address type to "dualstack"
    And an IPv6 client requests "/six"
    Then the response comes from the default action

  @extended @needs:ipv6 @req:LB-IPTYPE-004
  Scenario: without public IPv4 addresses
    Given a load balancer with the IP address type "dualstack"
    When a user sets the IP address type to "dualstack-without-public-ipv4"
    Then no IPv4 client can connect
    When an IPv6 client requests "/six"
    Then the response comes from the default action

  @extended @needs:ipv6 @req:LB-IPTYPE-006
  Scenario: a request in flight when the IPv4 addresses go
    Given a load balancer with the IP address type "dualstack"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    And target "blue-1" holds its answers
    When a client requests "/four" in the background
    And target "blue-1" has received 1 request
    And a user sets the IP address type to "dualstack-without-public-ipv4"
    Then no IPv4 client can connect
    When target "blue-1" releases its answers
    Then the response comes from "blue"
