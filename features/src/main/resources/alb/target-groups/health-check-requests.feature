@guide:target-groups/health-check-requests @feature:health-check @core
Feature: Health check settings: requests
  Health checks are GET requests for the configured path, on the configured port, at the configured interval.

  @req:HC-SET-002 @req:HC-SET-004 @time:settable
  Scenario Outline: the path <path> is requested with GET
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | HealthCheckPath | <path> |
    And the listener forwards to "blue"
    When target "blue-1" has received 1 more health check
    Then the health checks of target "blue-1" have the request line "GET <path> HTTP/1.1"

    Examples:
      | path               |
      | /                  |
      | /ping              |
      | /ping?full=1&a=%20 |

  @req:HC-SET-003 @time:settable
  Scenario: health checks go to the port of the requests unless another is set
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When target "blue-1" has received 1 more health check
    Then the health checks of target "blue-1" arrive at port "<blue-1-port>"
    When a user calls "ModifyTargetGroup" with:
      | TargetGroupArn  | <blue-arn>          |
      | HealthCheckPort | <blue-1-other-port> |
    And target "blue-1" has received 2 more health checks
    Then the health checks of target "blue-1" arrive at port "<blue-1-other-port>"

  @req:HC-MOD-001 @time:settable
  Scenario: changed settings take effect
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a user calls "ModifyTargetGroup" with:
      | TargetGroupArn   | <blue-arn> |
      | HealthCheckPath  | /alive     |
      | Matcher.HttpCode | 204        |
    Then target "blue-1" becomes "unhealthy" for the reason "Target.ResponseCodeMismatch"
    And the health checks of target "blue-1" have the request line "GET /alive HTTP/1.1"

  @req:HC-SET-008 @time:settable
  Scenario Outline: health checks come at their interval, answered at once or after <delay> s
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | HealthCheckIntervalSeconds | 6 |
      | HealthCheckTimeoutSeconds  | 4 |
    And the listener forwards to "blue"
    And target "blue-1" answers health checks after <delay> s
    When target "blue-1" has received 4 more health checks
    Then the health checks of target "blue-1" arrive 6 s apart

    Examples:
      | delay |
      | 0     |
      | 3     |

  @req:HC-STATE-001 @time:settable
  Scenario: a target group that no rule uses is not checked
    Given a load balancer
    And a target group "blue" with 1 target
    Then target "blue-1" receives no health checks
