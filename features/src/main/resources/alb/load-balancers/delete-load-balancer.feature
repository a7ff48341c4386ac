@guide:load-balancers/delete-load-balancer @feature:crud-lb
Feature: Delete an Application Load Balancer
  A deleted load balancer is gone; its targets stay registered with their target groups.

  @core @req:LB-DEL-001
  Scenario: a deleted load balancer is not found and takes no connections
    Given a load balancer
    When a user calls "DeleteLoadBalancer" with:
      | LoadBalancerArn | <load-balancer-arn> |
    And a user calls "DescribeLoadBalancers" with:
      | LoadBalancerArns[1] | <load-balancer-arn> |
    Then the call is refused with "LoadBalancerNotFound"
    And no client can connect to port 80

  @core @req:LB-DEL-002
  Scenario: the target group and its targets remain
    Given a load balancer
    And a target group "blue" with 2 targets
    And the listener forwards to "blue"
    When a user calls "DeleteLoadBalancer" with:
      | LoadBalancerArn | <load-balancer-arn> |
    And a user calls "DescribeTargetHealth" with:
      | TargetGroupArn | <blue-arn> |
    Then the answer has:
      | TargetHealthDescriptions[count]                 | 2               |
      | TargetHealthDescriptions[1].TargetHealth.State  | unused          |
      | TargetHealthDescriptions[1].TargetHealth.Reason | Target.NotInUse |

  @extended @req:LB-DEL-003
  Scenario: a load balancer is deleted again
    Given a load balancer
    When a user calls "DeleteLoadBalancer" 2 times with:
      | LoadBalancerArn | <load-balancer-arn> |
    Then the call succeeds
