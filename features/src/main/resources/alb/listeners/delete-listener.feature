@guide:listeners/delete-listener @core
Feature: Delete a listener
  A listener can be deleted at any time; all listeners go with their load balancer.

  @feature:crud-listener @req:LS-DEL-001
  Scenario: the port of a deleted listener takes no connections, the others do
    Given a load balancer with listeners on the ports 8080 and 9090
    When a user calls "DeleteListener" with:
      | ListenerArn | <listener-9090-arn> |
    And a client connects to port 8080
    And the client requests "/"
    Then the call succeeds
    And no client can connect to port 9090
    And the response comes from the default action

  @feature:crud-lb @req:LS-DEL-002
  Scenario: listeners go with their load balancer
    Given a load balancer with a listener on port 8080
    When a user calls "DeleteLoadBalancer" with:
      | LoadBalancerArn | <load-balancer-arn> |
    And a user calls "DescribeListeners" with:
      | ListenerArns[1] | <listener-arn> |
    Then the call is refused with "ListenerNotFound"
