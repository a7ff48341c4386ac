@guide:target-groups/ip-address-type @feature:crud-tg
Feature: IP address type of a target group
  The IP address type of a target group says over which version of IP its targets are reached.

  @extended @req:TG-IPTYPE-003 @req:TG-IPTYPE-009
  Scenario Outline: the address <address> in an IPv6 target group
    Given a target group "blue" with 0 targets and the settings:
      | IpAddressType | ipv6 |
    When a user calls "RegisterTargets" with:
      | TargetGroupArn | <blue-arn> |
      | Targets[1].Id  | <address>  |
    Then the call is refused with "ValidationError" and a message that names "<address>"

    Examples:
      | address     |
      | 127.0.0.1   |
      | 2001:db8::1 |

  @extended @req:TG-IPTYPE-004
  Scenario: an IPv6 target group with an IPv4 load balancer
    Given a load balancer
    And a target group "blue" with 0 targets and the settings:
      | IpAddressType | ipv6 |
    When a user calls "ModifyListener" with:
      | ListenerArn                      | <listener-arn> |
      | DefaultActions[1].Type           | forward        |
      | DefaultActions[1].TargetGroupArn | <blue-arn>     |
    Then the call is refused

  @extended @needs:ipv6 @req:TG-IPTYPE-004
  Scenario: a load balancer with an IPv6 target group stays dualstack
    Given a load balancer with the IP address type "dualstack"
    And a target group "blue" with 0 targets and the settings:
      | IpAddressType | ipv6 |
    And the listener forwards to "blue"
    When a user sets the IP address type to "ipv4"
    Then the call is refused
    And the IP address type is "dualstack"

  @extended @req:TG-IPTYPE-007
  Scenario Outline: an IPv6 target group of the target type <type>
    When a user calls "CreateTargetGroup" with:
      | Name          | six-<unique> |
      | Protocol      | HTTP         |
      | Port          | 80           |
      | VpcId         | <vpc>        |
      | TargetType    | <type>       |
      | IpAddressType | ipv6         |
    Then the answer has:
      | TargetGroups[1].IpAddressType | ipv6 |

    Examples:
      | type     |
      | ip       |
      | instance |

  @extended @req:TG-IPTYPE-008
  Scenario: an instance without a primary IPv6 address
    Given 1 instance with a web server
    And a target group "blue" with 0 targets and the settings:
      | TargetType    | instance |
      | IpAddressType | ipv6     |
    When a user calls "RegisterTargets" with:
      | TargetGroupArn | <blue-arn>   |
      | Targets[1].Id  | <instance-1> |
    Then the call is refused with "InvalidTarget"
