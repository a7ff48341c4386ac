@guide:getting-started/tutorial-cli @needs:aws-cli @isolated
Feature: Tutorial: Create an Application Load Balancer using the AWS CLI
  The commands of the tutorial, one after the other.

  @core @feature:crud-lb @req:LB-CLI-001 @req:LB-CLI-002
  Scenario: create a load balancer
    When a user runs:
      """
      aws elbv2 create-load-balancer --name my-load-balancer \
      --subnets <subnet-a> <subnet-b> --security-groups <security-group>
      """
    Then the call succeeds
    And the answer has:
      | LoadBalancers[1].LoadBalancerArn   | ~ arn:aws:elasticloadbalancing:<region>:<account>:loadbalancer/app/my-load-balancer/[0-9a-f]{16} |
      | LoadBalancers[1].SecurityGroups[1] | <security-group>                                                                                 |
    And the load balancer becomes "active"

  @core @feature:crud-lb @req:LB-CLI-004
  Scenario: the subnets must be of different zones
    When a user runs:
      """
      aws elbv2 create-load-balancer --name my-load-balancer \
      --subnets <subnet-a> <other-subnet-a> --security-groups <security-group>
      """
    Then the call is refused

  @extended @feature:crud-lb @needs:ipv6 @req:LB-CLI-003
  Scenario: create a dualstack load balancer
    When a user runs:
      """
      aws elbv2 create-load-balancer --name my-load-balancer \
      --subnets <subnet-a> <subnet-b> --security-groups <security-group> --ip-address-type dualstack
      """
    Then the answer has:
      | LoadBalancers[1].IpAddressType | dualstack |

  @core @feature:crud-tg @req:TG-CLI-001 @req:TG-CLI-002
  Scenario: create a target group
    When a user runs:
      """
      aws elbv2 create-target-group --name my-targets --protocol HTTP --port 80 \
      --vpc-id <vpc>
      """
    Then the call succeeds
    And the answer has:
      | TargetGroups[1].TargetGroupArn | ~ arn:aws:elasticloadbalancing:<region>:<account>:targetgroup/my-targets/[0-9a-f]{16} |
      | TargetGroups[1].Protocol       | HTTP                                                                                  |
      | TargetGroups[1].Port           | 80                                                                                    |
      | TargetGroups[1].VpcId          | <vpc>                                                                                 |

  @core @feature:crud-listener @req:TG-CLI-003 @req:LS-CLI-001 @req:LS-CLI-002
  Scenario: create a listener that forwards to registered instances
    Given a load balancer without listeners
    And 2 instances with a web server
    And a user runs:
      """
      aws elbv2 create-target-group --name my-targets --protocol HTTP --port 80 --vpc-id <vpc>
      """
    When a user runs:
      """
      aws elbv2 register-targets --target-group-arn <target-group-arn> \
      --targets Id=<instance-1> Id=<instance-2>
      """
    And a user runs:
      """
      aws elbv2 create-listener --load-balancer-arn <load-balancer-arn> \
      --protocol HTTP --port 80 \
      --default-actions Type=forward,TargetGroupArn=<target-group-arn>
      """
    Then the answer has:
      | Listeners[1].ListenerArn | ~ arn:aws:elasticloadbalancing:<region>:<account>:listener/<load-balancer-id>/[0-9a-f]{16} |
    When target "instance-1" becomes "healthy"
    And a client requests "/index.html"
    Then the response comes from "instance"

  @core @feature:health-check @req:TG-CLI-004
  Scenario: verify the health of the registered targets
    Given a load balancer
    And a target group "blue" with 2 targets
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    And target "blue-2" becomes "healthy"
    When a user runs:
      """
      aws elbv2 describe-target-health --target-group-arn <blue-arn>
      """
    Then the answer has:
      | TargetHealthDescriptions[count]                                        | 2       |
      | TargetHealthDescriptions[Target.Port=<blue-1-port>].TargetHealth.State | healthy |
      | TargetHealthDescriptions[Target.Port=<blue-2-port>].TargetHealth.State | healthy |

  @core @feature:crud-rule @req:LS-CLI-003
  Scenario Outline: add path-based routing: <path>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    When a user runs:
      """
      aws elbv2 create-rule --listener-arn <listener-arn> --priority 10 \
      --conditions Field=path-pattern,Values='/img/*' \
      --actions Type=forward,TargetGroupArn=<blue-arn>
      """
    And target "blue-1" becomes "healthy"
    And a client requests "<path>"
    Then the response comes from "<answered by>"

    Examples:
      | path          | answered by |
      | /img/logo.png | blue        |
      | /index.html   | green       |

  @core @feature:crud-lb @req:LB-CLI-005
  Scenario: delete the load balancer and the target group
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a user runs:
      """
      aws elbv2 delete-load-balancer --load-balancer-arn <load-balancer-arn>
      """
    And a user runs:
      """
      aws elbv2 delete-target-group --target-group-arn <blue-arn>
      """
    Then the call succeeds
    And no client can connect to port 80
