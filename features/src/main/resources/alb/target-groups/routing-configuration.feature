@guide:target-groups/routing-configuration @feature:crud-tg @core
Feature: Routing configuration
  Requests go to targets with the protocol and the port of their target group, unless a target has a port of its own.

  @req:TG-ROUTE-001
  Scenario: a target without a port of its own gets requests on the port of the group
    Given a load balancer
    And a target group "blue" with 1 target
    When a user calls "CreateTargetGroup" with:
      | Name                       | green-<unique> |
      | Protocol                   | HTTP           |
      | Port                       | <blue-1-port>  |
      | VpcId                      | <vpc>          |
      | TargetType                 | ip             |
      | HealthCheckIntervalSeconds | 5              |
      | HealthCheckTimeoutSeconds  | 2              |
    And a user calls "RegisterTargets" with:
      | TargetGroupArn | <target-group-arn> |
      | Targets[1].Id  | <blue-1-ip>        |
    And a user calls "ModifyListener" with:
      | ListenerArn                      | <listener-arn>     |
      | DefaultActions[1].Type           | forward            |
      | DefaultActions[1].TargetGroupArn | <target-group-arn> |
    And target "blue-1" of "green-<unique>" becomes "healthy"
    And a client requests "/index.html"
    Then target "blue-1" receives its requests at port "<blue-1-port>"

  @req:TG-ROUTE-002
  Scenario: the port of a registered target overrides that of the group
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 0 targets
    And the listener forwards to "green"
    When a user calls "RegisterTargets" with:
      | TargetGroupArn  | <green-arn>         |
      | Targets[1].Id   | <blue-1-ip>         |
      | Targets[1].Port | <blue-1-other-port> |
    And target "blue-1" of "green" becomes "healthy"
    And a client requests "/"
    Then target "blue-1" receives its requests at port "<blue-1-other-port>"

  @req:TG-ROUTE-003 @req:TG-ROUTE-004
  Scenario Outline: a target group with the protocol <protocol> and the port <port> is refused
    When a user calls "CreateTargetGroup" with:
      | Name     | tg-<unique> |
      | Protocol | <protocol>  |
      | Port     | <port>      |
      | VpcId    | <vpc>       |
    Then the call is refused

    Examples:
      | protocol | port  |
      | FTP      | 21    |
      | http     | 80    |
      | HTTP     | 0     |
      | HTTP     | 65536 |

  @req:TG-PROTO-001
  Scenario Outline: requests reach targets as HTTP/1.1, those of <version> clients too
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client sends:
      """
      GET /index.html <version>
      Host: example.com

      """
    Then the response comes from "blue"
    And target "blue-1" receives the request line "GET /index.html HTTP/1.1"

    Examples:
      | version  |
      | HTTP/1.1 |
      | HTTP/1.0 |
