@guide:load-balancers/associated-security-groups @feature:security-groups
Feature: The security groups associated with a load balancer
  A load balancer has security groups of its VPC; they can be exchanged at any time.

  @core @req:LB-SG-008
  Scenario: a load balancer without a security group gets the default one
    When a user calls "CreateLoadBalancer" with:
      | Name    | lb-<unique>            |
      | Subnets | <subnet-a>, <subnet-b> |
    Then the answer has:
      | LoadBalancers[1].SecurityGroups[count] | 1                |
      | LoadBalancers[1].SecurityGroups[1]     | <security-group> |

  @core @req:LB-SG-005 @needs:aws-cli
  Scenario: the security groups are changed by the command
    Given a load balancer
    And the security group "web" lets in:
      | 0.0.0.0/0 | 80 |
    When a user runs:
      """
      aws elbv2 set-security-groups --load-balancer-arn <load-balancer-arn> \
      --security-groups <web-group> <security-group>
      """
    Then the answer has:
      | SecurityGroupIds[count] | 2                |
      | SecurityGroupIds[1]     | <web-group>      |
      | SecurityGroupIds[2]     | <security-group> |
    When a user calls "DescribeLoadBalancers" with:
      | LoadBalancerArns[1] | <load-balancer-arn> |
    Then the answer has:
      | LoadBalancers[1].SecurityGroups[count] | 2           |
      | LoadBalancers[1].SecurityGroups[1]     | <web-group> |

  @core @req:LB-SG-009
  Scenario: a security group that does not exist is refused
    When a user calls "CreateLoadBalancer" with:
      | Name              | lb-<unique>            |
      | Subnets           | <subnet-a>, <subnet-b> |
      | SecurityGroups[1] | sg-none                |
    Then the call is refused with "InvalidSecurityGroup" and a message that names "sg-none"

  @core @req:LB-SG-009
  Scenario: a load balancer keeps its security groups if a new one does not exist
    Given a load balancer
    When a user calls "SetSecurityGroups" with:
      | LoadBalancerArn | <load-balancer-arn>       |
      | SecurityGroups  | <security-group>, sg-none |
    Then the call is refused with "InvalidSecurityGroup" and a message that names "sg-none"
    When a user calls "DescribeLoadBalancers" with:
      | LoadBalancerArns[1] | <load-balancer-arn> |
    Then the answer has:
      | LoadBalancers[1].SecurityGroups[1] | <security-group> |

  @extended @req:LB-SG-010
  Scenario: a security group of another VPC is refused
    When a user calls "CreateLoadBalancer" with:
      | Name              | lb-<unique>            |
      | Subnets           | <subnet-a>, <subnet-b> |
      | SecurityGroups[1] | <other-vpc-group>      |
    Then the call is refused with "InvalidConfigurationRequest" and a message that names "<other-vpc-group>"
