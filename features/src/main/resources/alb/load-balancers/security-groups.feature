@guide:load-balancers/security-groups @feature:security-groups
Feature: Security groups
  The inbound rules of its security groups say who can connect to a load balancer, and at which ports.

  @core @req:LB-SG-001 @req:LB-SG-004
  Scenario Outline: a client that a rule lets in: <source>, ports <ports>
    Given a load balancer
    And the security group "web" lets in:
      | <source> | <ports> |
    When a user calls "SetSecurityGroups" with:
      | LoadBalancerArn   | <load-balancer-arn> |
      | SecurityGroups[1] | <web-group>         |
    And a client requests "/"
    Then the response comes from the default action

    Examples:
      | source       | ports   |
      | 0.0.0.0/0    | 80      |
      | 127.0.0.0/8  | 80      |
      | 127.0.0.1/32 | 80-443  |
      | 0.0.0.0/0    | 0-65535 |

  @core @req:LB-SG-002 @req:LB-SG-004
  Scenario Outline: clients that no rule lets in: <source>, ports <ports>
    Given a load balancer
    And the security group "web" lets in:
      | <source> | <ports> |
    When a user calls "SetSecurityGroups" with:
      | LoadBalancerArn   | <load-balancer-arn> |
      | SecurityGroups[1] | <web-group>         |
    Then no client can connect to port 80

    Examples:
      | source       | ports    |
      | 0.0.0.0/0    | 443      |
      | 0.0.0.0/0    | 1-79     |
      | 0.0.0.0/0    | 81-65535 |
      | 192.0.2.0/24 | 80       |
      | ::/0         | 80       |

  @core @needs:access-log @req:LB-SG-002
  Scenario: who is not let in leaves no trace
    Given a load balancer
    And access logs are enabled
    And the security group "web" lets in:
      | 192.0.2.0/24 | 80 |
    When a client requests "/one"
    And a user calls "SetSecurityGroups" with:
      | LoadBalancerArn   | <load-balancer-arn> |
      | SecurityGroups[1] | <web-group>         |
    Then no client can connect to port 80
    And the access log has 1 entry

  @core @req:LB-SG-003 @req:LB-SG-002
  Scenario: the rules of a security group change
    Given a load balancer
    And the security group "web" lets in:
      | 0.0.0.0/0 | 443 |
    When a user calls "SetSecurityGroups" with:
      | LoadBalancerArn   | <load-balancer-arn> |
      | SecurityGroups[1] | <web-group>         |
    Then no client can connect to port 80
    When the security group "web" lets in:
      | 0.0.0.0/0 | 80 |
    And a client requests "/"
    Then the response comes from the default action

  @core @req:LB-SG-006
  Scenario: a listener on a port that the rules do not name
    Given a load balancer with listeners on the ports 80 and 9090
    And the security group "web" lets in:
      | 0.0.0.0/0 | 80 |
    When a user calls "SetSecurityGroups" with:
      | LoadBalancerArn   | <load-balancer-arn> |
      | SecurityGroups[1] | <web-group>         |
    Then no client can connect to port 9090
    When a client requests "/"
    Then the response has the status 404

  @extended @req:LB-SG-007
  Scenario: connections that are open go on
    Given a load balancer
    And the security group "web" lets in:
      | 192.0.2.0/24 | 80 |
    When a client requests "/one"
    And a user calls "SetSecurityGroups" with:
      | LoadBalancerArn   | <load-balancer-arn> |
      | SecurityGroups[1] | <web-group>         |
    Then no client can connect to port 80
    When the client requests "/two"
    Then response 2 comes from the default action

  @extended @req:LB-SG-012
  Scenario: several security groups let in what any of them does
    Given a load balancer with listeners on the ports 80 and 9090
    And the security group "web" lets in:
      | 0.0.0.0/0 | 9090 |
    And the security group "admin" lets in:
      | 127.0.0.0/8 | 80 |
    When a user calls "SetSecurityGroups" with:
      | LoadBalancerArn   | <load-balancer-arn> |
      | SecurityGroups[1] | <web-group>         |
      | SecurityGroups[2] | <admin-group>       |
    And a client connects to port 9090
    And a client requests "/"
    Then the response has the status 404

  @extended @needs:ipv6 @req:LB-SG-011
  Scenario: IPv6 clients need a rule of their own
    Given a load balancer with the IP address type "dualstack"
    And the security group "web" lets in:
      | 0.0.0.0/0 | 0-65535 |
    When a user calls "SetSecurityGroups" with:
      | LoadBalancerArn   | <load-balancer-arn> |
      | SecurityGroups[1] | <web-group>         |
    Then no IPv6 client can connect
    When the security group "web" lets in:
      | ::/0 | 0-65535 |
    And an IPv6 client requests "/"
    Then the response comes from the default action
    And no IPv4 client can connect
