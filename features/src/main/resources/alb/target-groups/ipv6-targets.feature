@guide:target-groups/ipv6-targets @feature:ip-address-type
Feature: IPv6 targets
  The targets of an IPv6 target group get requests and health checks over IPv6.

  @extended @needs:ipv6 @time:settable @req:TG-IPTYPE-006
  Scenario: requests of clients of both versions reach an IPv6 target
    Given a load balancer with the IP address type "dualstack"
    And a target group "blue" with 1 target and the settings:
      | IpAddressType | ipv6 |
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    When a client requests "/four"
    Then the response comes from "blue"
    When an IPv6 client requests "/six"
    Then the response comes from "blue"

  @extended @needs:ipv6 @time:settable @req:TG-IPTYPE-006
  Scenario: an IPv6 target that fails its health checks
    Given a load balancer with the IP address type "dualstack"
    And a target group "blue" with 2 targets and the settings:
      | IpAddressType | ipv6 |
    And the listener forwards to "blue"
    When target "blue-1" answers health checks with status 500
    And target "blue-1" becomes "unhealthy"
    And a client requests "/" 3 times
    Then target "blue-2" receives 3 requests
    And target "blue-1" receives nothing
