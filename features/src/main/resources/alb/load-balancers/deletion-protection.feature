@guide:load-balancers/deletion-protection @feature:crud-lb @core
Feature: Deletion protection
  A protected load balancer cannot be deleted; protection is off by default.

  Background:
    Given a load balancer

  @req:LB-PROT-001
  Scenario: a new load balancer is not protected
    When a user calls "DeleteLoadBalancer" with:
      | LoadBalancerArn | <load-balancer-arn> |
    Then the call succeeds

  @req:LB-PROT-002
  Scenario: a protected load balancer stays and works
    Given the load balancer attribute "deletion_protection.enabled" is set to "true"
    When a user calls "DeleteLoadBalancer" with:
      | LoadBalancerArn | <load-balancer-arn> |
    And a client requests "/"
    Then the call is refused with "OperationNotPermitted"
    And the response comes from the default action

  @req:LB-PROT-003
  Scenario: without protection it can be deleted again
    Given the load balancer attribute "deletion_protection.enabled" is set to "true"
    When a user sets the load balancer attribute "deletion_protection.enabled" to "false"
    And a user calls "DeleteLoadBalancer" with:
      | LoadBalancerArn | <load-balancer-arn> |
    Then the call succeeds
    And no client can connect to port 80
