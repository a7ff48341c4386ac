@guide:listeners/create-http-listener @feature:crud-listener @core
Feature: Create an HTTP listener
  A load balancer takes further listeners at any time. A target group serves the listeners of one load balancer.

  @req:LS-CREATE-001
  Scenario: a listener that is added takes requests
    Given a load balancer with a listener on port 8080
    When a user calls "CreateListener" with:
      | LoadBalancerArn                                  | <load-balancer-arn> |
      | Protocol                                         | HTTP                |
      | Port                                             | 9090                |
      | DefaultActions[1].Type                           | fixed-response      |
      | DefaultActions[1].FixedResponseConfig.StatusCode | 202                 |
    And a client connects to port 9090
    And the client requests "/"
    Then the response has the status 202

  @req:LS-CREATE-001
  Scenario: a listener that was created is shown
    Given a load balancer with a listener on port 8080
    When a user calls "DescribeListeners" with:
      | LoadBalancerArn | <load-balancer-arn> |
    Then the answer has:
      | Listeners[count]             | 1                   |
      | Listeners[1].ListenerArn     | <listener-arn>      |
      | Listeners[1].LoadBalancerArn | <load-balancer-arn> |
      | Listeners[1].Protocol        | HTTP                |
      | Listeners[1].Port            | 8080                |

  @req:LS-CREATE-002
  Scenario: a listener cannot forward to a target group that does not exist
    Given a load balancer without listeners
    When a user calls "CreateListener" with:
      | LoadBalancerArn                  | <load-balancer-arn>                                                                        |
      | Protocol                         | HTTP                                                                                       |
      | Port                             | 80                                                                                         |
      | DefaultActions[1].Type           | forward                                                                                    |
      | DefaultActions[1].TargetGroupArn | arn:aws:elasticloadbalancing:<region>:<account>:targetgroup/none-<unique>/1234567890123456 |
    Then the call is refused with "TargetGroupNotFound"

  @req:LS-CREATE-003
  Scenario Outline: listeners of one load balancer share a target group: port <port>
    Given a load balancer with listeners on the ports 8080 and 9090
    And a target group "blue" with 1 target
    And the listener on port 8080 forwards to "blue"
    And the listener on port 9090 forwards to "blue"
    When a client connects to port <port>
    And the client requests "/"
    Then the response comes from "blue"

    Examples:
      | port |
      | 8080 |
      | 9090 |

  @req:LS-CREATE-004
  Scenario: a target group cannot serve two load balancers
    Given a target group "blue" with 1 target
    And a load balancer
    And the listener forwards to "blue"
    And a load balancer without listeners
    When a user calls "CreateListener" with:
      | LoadBalancerArn                  | <load-balancer-arn> |
      | Protocol                         | HTTP                |
      | Port                             | 80                  |
      | DefaultActions[1].Type           | forward             |
      | DefaultActions[1].TargetGroupArn | <blue-arn>          |
    Then the call is refused with "TargetGroupAssociationLimit"

  @req:LS-CREATE-005
  Scenario: two listeners cannot have the same port
    Given a load balancer with a listener on port 8080
    When a user calls "CreateListener" with:
      | LoadBalancerArn                                  | <load-balancer-arn> |
      | Protocol                                         | HTTP                |
      | Port                                             | 8080                |
      | DefaultActions[1].Type                           | fixed-response      |
      | DefaultActions[1].FixedResponseConfig.StatusCode | 202                 |
    Then the call is refused with "DuplicateListener"
