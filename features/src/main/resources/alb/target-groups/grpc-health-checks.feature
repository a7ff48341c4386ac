@guide:target-groups/grpc-health-checks @feature:grpc @core @needs:h2 @needs:certificates
Feature: Health check settings: HTTP/2 and gRPC
  Health checks are sent as requests are. With gRPC they call a method, whose status counts.

  Background:
    Given a load balancer with an HTTPS listener

  @req:HC-SET-021
  Scenario: the default settings and a server without the method
    Given a target group "blue" with 1 gRPC target
    When the listener forwards to "blue"
    Then target "blue-1" becomes "healthy"

  @req:HC-SET-021
  Scenario Outline: the status <status> and the success codes <codes>
    Given a target group "blue" with 1 gRPC target and the settings:
      | HealthCheckPath  | /grpc.health.v1.Health/Check |
      | Matcher.GrpcCode | <codes>                      |
    And gRPC target "blue-1" ends the method "/grpc.health.v1.Health/Check" with the status <status>
    When the listener forwards to "blue"
    Then target "blue-1" becomes "<state>"
    And gRPC target "blue-1" receives health checks as calls of "/grpc.health.v1.Health/Check"

    Examples:
      | status | codes | state     |
      | 0      | 0     | healthy   |
      | 0      | 0-5   | healthy   |
      | 5      | 0-5   | healthy   |
      | 14     | 0,14  | healthy   |
      | 14     | 0-5   | unhealthy |
      | 0      | 12    | unhealthy |

  @req:HC-SET-021 @time:settable
  Scenario: another status than the expected ones
    Given a target group "blue" with 1 gRPC target and the settings:
      | HealthCheckPath  | /grpc.health.v1.Health/Check |
      | Matcher.GrpcCode | 0                            |
    And gRPC target "blue-1" ends the method "/grpc.health.v1.Health/Check" with the status 14
    When the listener forwards to "blue"
    Then target "blue-1" becomes "unhealthy" for the reason "Target.ResponseCodeMismatch"
    And the description of the health of target "blue-1" is "Health checks failed with these codes: [14]"

  @req:HC-SET-021
  Scenario: gRPC health checks over TLS
    Given a target group "blue" with 1 gRPC target and the settings:
      | Protocol            | HTTPS |
      | HealthCheckProtocol | HTTPS |
    When the listener forwards to "blue"
    Then target "blue-1" becomes "healthy"

  @req:HC-SET-022
  Scenario Outline: an HTTP/2 target that answers with <status>
    Given a target group "blue" with 1 HTTP/2 target and the settings:
      | HealthCheckPath  | /ready?deep=1 |
      | Matcher.HttpCode | 200,204       |
    And HTTP/2 target "blue-1" answers health checks with status <status>
    When the listener forwards to "blue"
    Then target "blue-1" becomes "<state>"
    And HTTP/2 target "blue-1" receives health checks for "/ready?deep=1"

    Examples:
      | status | state     |
      | 204    | healthy   |
      | 301    | unhealthy |

  @req:HC-SET-022 @time:settable
  Scenario: an HTTP/2 target that answers nothing
    Given a target group "blue" with 1 HTTP/2 target
    And HTTP/2 target "blue-1" answers no health checks
    When the listener forwards to "blue"
    Then target "blue-1" becomes "unhealthy" for the reason "Target.Timeout"

  @req:HC-SET-022 @time:settable
  Scenario: a target that does not speak HTTP/2
    Given a target group "blue" with 0 targets and the settings:
      | ProtocolVersion | HTTP2 |
    And the listener forwards to "blue"
    When target "blue-1" is registered with "blue"
    Then target "blue-1" becomes "unhealthy" for the reason "Target.FailedHealthChecks"
