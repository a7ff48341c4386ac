@guide:target-groups/target-health-status @feature:health-check @core
Feature: Target health status
  Each registered target has a state; unless it is healthy, with a reason and a description.

  @req:HC-STATE-002 @req:HC-REASON-001
  Scenario: a target is initial until its first health check has ended
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | HealthCheckIntervalSeconds | 300 |
      | HealthCheckTimeoutSeconds  | 120 |
    And target "blue-1" does not answer health checks
    And the listener forwards to "blue"
    Then target "blue-1" becomes "initial" for the reason "Elb.InitialHealthChecking"
    And the description of the health of target "blue-1" is "Initial health checks in progress"

  @req:HC-STATE-003
  Scenario: a healthy target has no reason
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When target "blue-1" becomes "healthy"
    And a user calls "DescribeTargetHealth" with:
      | TargetGroupArn | <blue-arn> |
    Then the answer has:
      | TargetHealthDescriptions[1].Target.Id                | <blue-1-ip>   |
      | TargetHealthDescriptions[1].Target.Port              | <blue-1-port> |
      | TargetHealthDescriptions[1].HealthCheckPort          | <blue-1-port> |
      | TargetHealthDescriptions[1].TargetHealth.State       | healthy       |
      | TargetHealthDescriptions[1].TargetHealth.Reason      | (absent)      |
      | TargetHealthDescriptions[1].TargetHealth.Description | (absent)      |

  @req:HC-STATE-004 @req:HC-REASON-006 @time:settable
  Scenario Outline: a target that answers <code> is unhealthy for its code
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    When target "blue-1" answers health checks with status <code>
    Then target "blue-1" becomes "unhealthy" for the reason "Target.ResponseCodeMismatch"
    And the description of the health of target "blue-1" is "Health checks failed with these codes: [<code>]"

    Examples:
      | code |
      | 404  |
      | 500  |
      | 301  |

  @req:HC-STATE-004 @req:HC-REASON-007 @time:settable
  Scenario: a target that does not answer is unhealthy for the timeout
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    When target "blue-1" does not answer health checks
    Then target "blue-1" becomes "unhealthy" for the reason "Target.Timeout"
    And the description of the health of target "blue-1" is "Request timed out"

  @req:HC-STATE-004 @req:HC-REASON-003 @time:settable
  Scenario: a target that refuses connections is unhealthy
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    When target "blue-1" refuses connections
    Then target "blue-1" becomes "unhealthy" for the reason "Target.FailedHealthChecks"
    And the description of the health of target "blue-1" is "Health checks failed"

  @req:HC-STATE-004 @req:HC-REASON-003 @time:settable
  Scenario: a target whose answer is malformed is unhealthy
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    When target "blue-1" answers health checks with the following and closes the connection:
      """
      this is not HTTP
      """
    Then target "blue-1" becomes "unhealthy" for the reason "Target.FailedHealthChecks"

  @req:HC-STATE-005 @req:HC-REASON-004
  Scenario: a target of a group that no rule uses is unused
    Given a load balancer
    And a target group "blue" with 1 target
    Then target "blue-1" is "unused" for the reason "Target.NotInUse"
    And the description of the health of target "blue-1" is "Target group is not configured to receive traffic from the load balancer"

  @req:HC-STATE-005 @req:HC-REASON-005
  Scenario: a target that is not registered is unused
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a user calls "DescribeTargetHealth" with:
      | TargetGroupArn  | <blue-arn>          |
      | Targets[1].Id   | <blue-1-ip>         |
      | Targets[1].Port | <blue-1-other-port> |
    Then the answer has:
      | TargetHealthDescriptions[1].TargetHealth.State       | unused                                       |
      | TargetHealthDescriptions[1].TargetHealth.Reason      | Target.NotRegistered                         |
      | TargetHealthDescriptions[1].TargetHealth.Description | Target is not registered to the target group |

  @req:HC-STATE-007 @time:settable
  Scenario: a target group that is no longer used is no longer checked
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    When the listener answers with:
      | StatusCode | 200 |
    Then target "blue-1" is "unused" for the reason "Target.NotInUse"
    And target "blue-1" receives no health checks

  @req:HC-STATE-008
  Scenario: a target group that a rule begins to use is checked from then on
    Given a load balancer
    And a target group "blue" with 1 target
    And target "blue-1" does not answer health checks
    Then target "blue-1" is "unused"
    When a rule with priority 10 that forwards the path "/blue" to "blue"
    Then target "blue-1" becomes "initial" for the reason "Elb.InitialHealthChecking"

  @req:HC-STATE-009 @time:settable
  Scenario: a target has a state of its own in each of its groups
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 0 targets and the settings:
      | Matcher.HttpCode | 204 |
    And the listener forwards to "blue"
    And a rule with priority 10 that forwards the path "/green" to "green"
    When target "blue-1" is registered with "green"
    Then target "blue-1" of "green" becomes "unhealthy" for the reason "Target.ResponseCodeMismatch"
    And target "blue-1" of "blue" is "healthy"
