@guide:load-balancers/subnets
Feature: Subnets
  A load balancer has subnets of one VPC, with room for its nodes.

  @extended @feature:crud-lb
  Scenario Outline: a subnet that <why>
    When a user calls "CreateLoadBalancer" with:
      | Name    | lb-<unique>          |
      | Subnets | <subnet-a>, <subnet> |
    Then the call is refused with "<code>"

    @req:LB-NET-001
    Examples:
      | why                     | subnet         | code          |
      | has a CIDR block of /28 | <small-subnet> | InvalidSubnet |

    @req:LB-NET-002
    Examples:
      | why                  | subnet        | code          |
      | has 7 free addresses | <full-subnet> | InvalidSubnet |

    @req:LB-SUBNET-006
    Examples:
      | why                | subnet         | code                        |
      | is of a Local Zone | <local-subnet> | InvalidConfigurationRequest |

    @req:LB-NET-003
    Examples:
      | why               | subnet             | code                        |
      | is of another VPC | <other-vpc-subnet> | InvalidConfigurationRequest |

  @extended @feature:crud-lb @req:LB-NET-004
  Scenario: a load balancer of a single Local Zone
    When a user calls "CreateLoadBalancer" with:
      | Name    | lb-<unique>    |
      | Subnets | <local-subnet> |
    Then the answer has:
      | LoadBalancers[1].AvailabilityZones[count]      | 1              |
      | LoadBalancers[1].AvailabilityZones[1].SubnetId | <local-subnet> |

  @extended @feature:ip-address-type @req:LB-NET-005
  Scenario Outline: a subnet without addresses of IPv6 is for the type <type>
    When a user calls "CreateLoadBalancer" with:
      | Name          | lb-<unique>               |
      | Subnets       | <subnet-a>, <ipv4-subnet> |
      | IpAddressType | <type>                    |
    Then the call <outcome>

    Examples:
      | type                          | outcome                           |
      | ipv4                          | succeeds                          |
      | dualstack                     | is refused with "ValidationError" |
      | dualstack-without-public-ipv4 | is refused with "ValidationError" |

  @extended @feature:ip-address-type @req:LB-NET-005
  Scenario: a load balancer with a subnet without addresses of IPv6 stays one of IPv4
    When a user calls "CreateLoadBalancer" with:
      | Name    | lb-<unique>               |
      | Subnets | <subnet-a>, <ipv4-subnet> |
    And a user sets the IP address type to "dualstack"
    Then the call is refused with "ValidationError"
    And the IP address type is "ipv4"
