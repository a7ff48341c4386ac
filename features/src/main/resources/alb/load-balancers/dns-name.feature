@guide:load-balancers/dns-name @feature:dns
Feature: DNS name of a load balancer
  The DNS name of a load balancer stands for the addresses of its nodes.

  @extended @needs:zones @needs:dns @req:LB-DNS-001 @req:LB-DNS-002
  Scenario: the name leads to the nodes of all zones
    Given a load balancer
    Then the name "<load-balancer-dns>" leads to the zones a and b
    When a client that looks up the name "<load-balancer-dns>" requests "/" 2 times
    Then the response comes from the default action
    And the name "other-<load-balancer-dns>" does not exist

  @extended @needs:zones @needs:dns @req:LB-DNS-005
  Scenario: the name follows the enabled zones
    Given a load balancer without listeners
    When a user calls "SetSubnets" with:
      | LoadBalancerArn | <load-balancer-arn>                |
      | Subnets         | <subnet-a>, <subnet-b>, <subnet-c> |
    Then the name "<load-balancer-dns>" leads to the zones a, b and c

  @extended @needs:dns @req:LB-DNS-001
  Scenario: the name goes with the load balancer
    Given a load balancer without listeners
    When a user calls "DeleteLoadBalancer" with:
      | LoadBalancerArn | <load-balancer-arn> |
    Then the name "<load-balancer-dns>" does not exist

  @extended @needs:dns @needs:ipv6 @req:LB-DNS-003 @req:LB-DNS-004
  Scenario Outline: the records of a load balancer of the type <type>
    Given a load balancer with the IP address type "dualstack"
    When a user sets the IP address type to "<type>"
    Then the name "<load-balancer-dns>" has <a> address of IPv4
    And the name "<load-balancer-dns>" has <aaaa> address of IPv6

    Examples:
      | type                          | a  | aaaa |
      | ipv4                          | an | no   |
      | dualstack                     | an | an   |
      | dualstack-without-public-ipv4 | no | an   |
