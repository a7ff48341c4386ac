@guide:target-groups/protocol-version
Feature: Protocol version
  Requests are sent to targets by HTTP/1.1, HTTP/2 or gRPC.

  @core @feature:crud-tg @req:TG-PROTO-002
  Scenario Outline: the protocol version <version>
    When a user calls "CreateTargetGroup" with:
      | Name            | tg-<unique> |
      | Protocol        | HTTP        |
      | ProtocolVersion | <version>   |
      | Port            | 80          |
      | VpcId           | <vpc>       |
    Then the call <outcome>

    Examples:
      | version | outcome                           |
      | HTTP1   | succeeds                          |
      | HTTP2   | succeeds                          |
      | GRPC    | succeeds                          |
      | HTTP/2  | is refused with "ValidationError" |
      | HTTP3   | is refused with "ValidationError" |

  @core @feature:crud-tg @req:TG-PROTO-002
  Scenario: the protocol version is HTTP1 unless another is chosen
    When a user calls "CreateTargetGroup" with:
      | Name     | tg-<unique> |
      | Protocol | HTTP        |
      | Port     | 80          |
      | VpcId    | <vpc>       |
    Then the answer has:
      | TargetGroups[1].ProtocolVersion | HTTP1 |

  @core @feature:crud-tg @req:TG-PROTO-003 @req:TG-PROTO-004
  Scenario Outline: an HTTP listener does not forward to a target group with <version>
    Given a load balancer
    And a user calls "CreateTargetGroup" with:
      | Name            | tg-<unique> |
      | Protocol        | HTTP        |
      | ProtocolVersion | <version>   |
      | Port            | 80          |
      | VpcId           | <vpc>       |
    When a user calls "ModifyListener" with:
      | ListenerArn                      | <listener-arn>     |
      | DefaultActions[1].Type           | forward            |
      | DefaultActions[1].TargetGroupArn | <target-group-arn> |
    Then the call is refused with "InvalidConfigurationRequest" and a message that names "<version>"

    Examples:
      | version |
      | HTTP2   |
      | GRPC    |

  @core @feature:health-check @req:HC-SET-015 @req:HC-SET-016
  Scenario: the health checks of a target group with GRPC
    When a user calls "CreateTargetGroup" with:
      | Name            | tg-<unique> |
      | Protocol        | HTTP        |
      | ProtocolVersion | GRPC        |
      | Port            | 80          |
      | VpcId           | <vpc>       |
    Then the answer has:
      | TargetGroups[1].HealthCheckPath  | /AWS.ALB/healthcheck |
      | TargetGroups[1].Matcher.GrpcCode | 12                   |
      | TargetGroups[1].Matcher.HttpCode | (absent)             |

  @core @feature:health-check @req:HC-SET-015 @req:HC-SET-016
  Scenario Outline: the <member> <value> of a target group with GRPC
    When a user calls "CreateTargetGroup" with:
      | Name            | tg-<unique> |
      | Protocol        | HTTP        |
      | ProtocolVersion | GRPC        |
      | Port            | 80          |
      | VpcId           | <vpc>       |
      | <member>        | <value>     |
    Then the call <outcome>

    Examples:
      | member           | value                        | outcome                                       |
      | HealthCheckPath  | /grpc.health.v1.Health/Check | succeeds                                      |
      | HealthCheckPath  | /health                      | is refused with "ValidationError"             |
      | HealthCheckPath  | /a/b?c                       | is refused with "ValidationError"             |
      | Matcher.GrpcCode | 0                            | succeeds                                      |
      | Matcher.GrpcCode | 99                           | succeeds                                      |
      | Matcher.GrpcCode | 0,1                          | succeeds                                      |
      | Matcher.GrpcCode | 0-5                          | succeeds                                      |
      | Matcher.GrpcCode | 100                          | is refused with "ValidationError"             |
      | Matcher.GrpcCode | 5-0                          | is refused with "ValidationError"             |
      | Matcher.GrpcCode | ok                           | is refused with "ValidationError"             |
      | Matcher.HttpCode | 200                          | is refused with "InvalidConfigurationRequest" |

  @extended @feature:crud-tg @req:TG-PROTO-006
  Scenario Outline: the target type <type> with the protocol version <version>
    When a user calls "CreateTargetGroup" with:
      | Name            | tg-<unique> |
      | TargetType      | <type>      |
      | ProtocolVersion | <version>   |
    Then the call is refused with "ValidationError" and a message that names "<named>"

    Examples:
      | type   | version | named            |
      | lambda | HTTP2   | Protocol version |
      | lambda | GRPC    | Protocol version |

  @extended @feature:crud-tg @req:TG-PROTO-006
  Scenario Outline: the target type <type> of a target group with <version>
    When a user calls "CreateTargetGroup" with:
      | Name            | tg-<unique> |
      | TargetType      | <type>      |
      | Protocol        | HTTP        |
      | ProtocolVersion | <version>   |
      | Port            | 80          |
      | VpcId           | <vpc>       |
    Then the call <outcome>

    Examples:
      | type     | version | outcome                           |
      | instance | HTTP2   | succeeds                          |
      | instance | GRPC    | succeeds                          |
      | ip       | HTTP2   | succeeds                          |
      | ip       | GRPC    | succeeds                          |
      | alb      | HTTP2   | is refused with "ValidationError" |
      | alb      | GRPC    | is refused with "ValidationError" |
