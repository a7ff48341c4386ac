@guide:load-balancers/create-load-balancer @feature:crud-lb
Feature: Create an Application Load Balancer
  A load balancer has a name, a scheme, an IP address type and subnets of at least two Availability Zones.

  @core @req:LB-STATE-001 @req:LB-CREATE-006 @req:LB-IPTYPE-001 @req:LB-SUBNET-003
  Scenario: a load balancer is created with defaults and becomes active
    When a user calls "CreateLoadBalancer" with:
      | Name    | lb-<unique>            |
      | Subnets | <subnet-a>, <subnet-b> |
    Then the answer has:
      | LoadBalancers[1].LoadBalancerName                                | lb-<unique>     |
      | LoadBalancers[1].Type                                            | application     |
      | LoadBalancers[1].Scheme                                          | internet-facing |
      | LoadBalancers[1].IpAddressType                                   | ipv4            |
      | LoadBalancers[1].VpcId                                           | <vpc>           |
      | LoadBalancers[1].AvailabilityZones[count]                        | 2               |
      | LoadBalancers[1].AvailabilityZones[SubnetId=<subnet-a>].ZoneName | <zone-a>        |
      | LoadBalancers[1].AvailabilityZones[SubnetId=<subnet-b>].ZoneName | <zone-b>        |
    And the load balancer becomes "active"

  @core @req:LB-CREATE-006 @req:LB-CREATE-008
  Scenario Outline: the <member> <value>
    When a user calls "CreateLoadBalancer" with:
      | Name     | lb-<unique>            |
      | Subnets  | <subnet-a>, <subnet-b> |
      | <member> | <value>                |
    Then the call <outcome>

    Examples:
      | member        | value           | outcome    |
      | Scheme        | internal        | succeeds   |
      | Scheme        | internet-facing | succeeds   |
      | Scheme        | public          | is refused |
      | IpAddressType | ipv4            | succeeds   |
      | IpAddressType | ipv6            | is refused |
      | IpAddressType | IPv4            | is refused |

  @core @req:LB-CREATE-002 @req:LB-CREATE-003 @req:LB-CREATE-004 @req:LB-CREATE-005
  Scenario Outline: the name <name>
    When a user calls "CreateLoadBalancer" with:
      | Name    | <name>                 |
      | Subnets | <subnet-a>, <subnet-b> |
    Then the call <outcome>

    Examples:
      | name                    | outcome                           |
      | <unique><24 characters> | succeeds                          |
      | A-<unique>-9            | succeeds                          |
      | internal<unique>        | succeeds                          |
      | <unique><25 characters> | is refused with "ValidationError" |
      | my_<unique>             | is refused with "ValidationError" |
      | my.<unique>             | is refused with "ValidationError" |
      | my <unique>             | is refused with "ValidationError" |
      | -<unique>               | is refused with "ValidationError" |
      | <unique>-               | is refused with "ValidationError" |
      | internal-<unique>       | is refused with "ValidationError" |

  @core @req:LB-CREATE-001
  Scenario: a name cannot be used twice
    Given a load balancer
    When a user calls "CreateLoadBalancer" with:
      | Name    | <load-balancer-name>   |
      | Subnets | <subnet-a>, <subnet-b> |
      | Scheme  | internal               |
    Then the call is refused with "DuplicateLoadBalancerName"

  @extended @req:LB-CREATE-007
  Scenario: a load balancer has a DNS name
    When a user calls "CreateLoadBalancer" with:
      | Name    | lb-<unique>            |
      | Subnets | <subnet-a>, <subnet-b> |
    Then the answer has:
      | LoadBalancers[1].DNSName | ~ lb-<unique>-[0-9a-z]+[.](elb[.]<region>\|<region>[.]elb)[.]amazonaws[.]com |

  @core @req:LB-SUBNET-001
  Scenario: a load balancer of a single zone is refused
    When a user calls "CreateLoadBalancer" with:
      | Name    | lb-<unique> |
      | Subnets | <subnet-a>  |
    Then the call is refused with "ValidationError"

  @core @req:LB-SUBNET-002
  Scenario: two subnets of one zone are refused
    When a user calls "CreateLoadBalancer" with:
      | Name    | lb-<unique>                  |
      | Subnets | <subnet-a>, <other-subnet-a> |
    Then the call is refused with "InvalidConfigurationRequest"

  @core @req:LB-SUBNET-003
  Scenario: a load balancer takes requests in each of its zones
    Given a load balancer
    When a client requests "/" in zone b
    Then the response comes from the default action

  @core @req:LB-STATE-002
  Scenario: a load balancer that was just created is being set up
    When a user calls "CreateLoadBalancer" with:
      | Name    | lb-<unique>            |
      | Subnets | <subnet-a>, <subnet-b> |
    Then the answer has:
      | LoadBalancers[1].State.Code | provisioning |

  @extended @req:LB-CREATE-009
  Scenario: the same load balancer created again is the one that is there
    Given a load balancer
    When a user calls "CreateLoadBalancer" with:
      | Name    | <load-balancer-name>   |
      | Subnets | <subnet-b>, <subnet-a> |
    Then the answer has:
      | LoadBalancers[1].LoadBalancerArn | <load-balancer-arn> |
    When a user calls "DescribeLoadBalancers" with:
      | Names[1] | <load-balancer-name> |
    Then the answer has:
      | LoadBalancers[count]             | 1                   |
      | LoadBalancers[1].LoadBalancerArn | <load-balancer-arn> |
