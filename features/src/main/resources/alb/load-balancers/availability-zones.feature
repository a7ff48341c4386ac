@guide:load-balancers/availability-zones @feature:crud-lb
Feature: Availability Zones for your Application Load Balancer
  Availability Zones are enabled and disabled at any time, each by one of its subnets.

  @core @req:LB-ZONE-001
  Scenario: an Availability Zone is enabled
    Given a load balancer
    When a user calls "SetSubnets" with:
      | LoadBalancerArn | <load-balancer-arn>                |
      | Subnets         | <subnet-a>, <subnet-b>, <subnet-c> |
    Then the answer has:
      | AvailabilityZones[count]                        | 3        |
      | AvailabilityZones[SubnetId=<subnet-a>].ZoneName | <zone-a> |
      | AvailabilityZones[SubnetId=<subnet-b>].ZoneName | <zone-b> |
      | AvailabilityZones[SubnetId=<subnet-c>].ZoneName | <zone-c> |

  @core @req:LB-ZONE-002
  Scenario: an Availability Zone is disabled
    Given a load balancer
    When a user calls "SetSubnets" with:
      | LoadBalancerArn | <load-balancer-arn>    |
      | Subnets         | <subnet-a>, <subnet-c> |
    And a user calls "DescribeLoadBalancers" with:
      | LoadBalancerArns[1] | <load-balancer-arn> |
    Then the answer has:
      | LoadBalancers[1].AvailabilityZones[count]                        | 2        |
      | LoadBalancers[1].AvailabilityZones[SubnetId=<subnet-b>].ZoneName | (absent) |
      | LoadBalancers[1].AvailabilityZones[SubnetId=<subnet-c>].ZoneName | <zone-c> |

  @core @req:LB-ZONE-003 @req:HC-REASON-011
  Scenario: targets of a disabled Availability Zone stay registered and get no requests
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    When a user calls "SetSubnets" with:
      | LoadBalancerArn | <load-balancer-arn>    |
      | Subnets         | <subnet-b>, <subnet-c> |
    Then target "blue-1" is "unused" for the reason "Target.NotInUse"
    And the description of the health of target "blue-1" is "Target is in an Availability Zone that is not enabled for the load balancer"
    And target "blue-1" receives nothing

  @core @req:LB-ZONE-004
  Scenario: an Availability Zone gets another subnet
    Given a load balancer
    When a user calls "SetSubnets" with:
      | LoadBalancerArn | <load-balancer-arn>          |
      | Subnets         | <other-subnet-a>, <subnet-b> |
    Then the answer has:
      | AvailabilityZones[SubnetId=<other-subnet-a>].ZoneName | <zone-a> |
      | AvailabilityZones[SubnetId=<subnet-a>].ZoneName       | (absent) |

  @core @req:LB-SUBNET-001 @req:LB-SUBNET-002 @req:LB-SUBNET-004
  Scenario Outline: subnets that cannot be set: <why>
    Given a load balancer
    When a user calls "SetSubnets" with:
      | LoadBalancerArn | <load-balancer-arn> |
      | Subnets         | <subnets>           |
    Then the call is refused with "<code>"

    Examples:
      | why                | subnets                      | code                        |
      | one only           | <subnet-a>                   | ValidationError             |
      | two of one zone    | <subnet-a>, <other-subnet-a> | InvalidConfigurationRequest |
      | one does not exist | <subnet-a>, subnet-none      | SubnetNotFound              |

  @core @req:LB-SUBNET-005
  Scenario: subnets are given as mappings
    When a user calls "CreateLoadBalancer" with:
      | Name                       | lb-<unique> |
      | SubnetMappings[1].SubnetId | <subnet-b>  |
      | SubnetMappings[2].SubnetId | <subnet-c>  |
    Then the answer has:
      | LoadBalancers[1].AvailabilityZones[count]                        | 2        |
      | LoadBalancers[1].AvailabilityZones[SubnetId=<subnet-b>].ZoneName | <zone-b> |
      | LoadBalancers[1].AvailabilityZones[SubnetId=<subnet-c>].ZoneName | <zone-c> |
