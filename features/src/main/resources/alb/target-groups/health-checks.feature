@guide:target-groups/health-checks @feature:health-check
Feature: Health checks for your target groups
  Requests go to the healthy targets, or to all of them if none is healthy.

  @core @req:HC-CHECK-001 @time:settable
  Scenario: one passed health check makes a new target healthy
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | HealthyThresholdCount | 5 |
    And the listener forwards to "blue"
    When target "blue-1" has received 1 more health check
    Then target "blue-1" is "healthy"

  @core @req:HC-CHECK-002 @time:settable
  Scenario: a health check leaves no connection behind
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When target "blue-1" has received 3 more health checks
    Then each health check of target "blue-1" arrives on a connection of its own that the balancer closes

  @core @req:HC-CHECK-003 @time:settable
  Scenario: if all targets are unhealthy, all of them get requests
    Given a load balancer
    And a target group "blue" with 2 targets
    And each target of "blue" answers health checks with status 500
    And the listener forwards to "blue"
    And target "blue-1" becomes "unhealthy"
    And target "blue-2" becomes "unhealthy"
    When a client requests "/" 4 times
    Then each target of "blue" receives 2 requests

  @core @req:HC-CHECK-003 @req:HC-CHECK-004 @time:settable
  Scenario: one target that becomes healthy gets all requests again
    Given a load balancer
    And a target group "blue" with 2 targets
    And each target of "blue" answers health checks with status 500
    And the listener forwards to "blue"
    And target "blue-2" becomes "unhealthy"
    When target "blue-1" answers health checks with status 200
    And target "blue-1" becomes "healthy"
    And a client requests "/" 4 times
    Then target "blue-1" receives 4 requests
    And target "blue-2" receives nothing

  @core @req:HC-CHECK-004 @time:settable
  Scenario: a target that becomes unhealthy gets no more requests
    Given a load balancer
    And a target group "blue" with 2 targets
    And the listener forwards to "blue"
    When a client requests "/" 2 times
    And target "blue-1" answers health checks with status 500
    And target "blue-1" becomes "unhealthy"
    And a client requests "/" 4 times
    Then target "blue-1" receives 1 request
    And target "blue-2" receives 5 requests

  @extended @req:HC-CHECK-005 @time:settable
  Scenario: each node checks a target
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When target "blue-1" has received 2 more health checks
    Then the health checks of target "blue-1" come from 2 nodes

  @core @req:HC-CHECK-007
  Scenario: each node sends requests to the healthy targets of all zones
    Given a load balancer
    And a target group "blue" with 2 targets
    And the listener forwards to "blue"
    When a client requests "/" in zone a 2 times
    Then each target of "blue" receives 1 request
    When a client requests "/" in zone b 2 times
    Then each target of "blue" receives 2 requests

  @core @req:HC-CHECK-006 @time:settable
  Scenario: a health check does not support WebSocket
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    When target "blue-1" answers health checks with:
      """
      HTTP/1.1 101 Switching Protocols
      Connection: upgrade
      Upgrade: websocket

      """
    Then target "blue-1" becomes "unhealthy" for the reason "Target.FailedHealthChecks"
    And the health checks of target "blue-1" have no header "Upgrade"
