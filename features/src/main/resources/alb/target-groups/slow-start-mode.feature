@guide:target-groups/slow-start-mode @feature:slow-start @core
Feature: Slow start mode
  A new target gets a share of the requests that grows linearly, until it gets as many as the others.

  Background:
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | HealthyThresholdCount | 10 |
    And the listener forwards to "blue"

  @req:TG-SLOW-001 @time:settable
  Scenario: by default a new target gets its full share at once
    Given target "blue-3" is registered with "blue"
    And target "blue-3" becomes "healthy"
    When a client requests "/" 9 times
    Then each target of "blue" receives 3 requests

  @req:TG-SLOW-002 @req:TG-SLOW-003 @time:virtual
  Scenario Outline: <seconds> s after it began, a slow start of 60 s gives <fewest> to <most> of 240 requests
    Given target "blue-2" becomes "healthy"
    And the target group attribute "slow_start.duration_seconds" of "blue" is set to "60"
    And target "blue-3" is registered with "blue"
    And target "blue-3" becomes "healthy"
    When <seconds> s pass
    And a client connects to port 80
    And the client requests "/" 240 times
    Then target "blue-3" receives between <fewest> and <most> requests

    Examples: an even share is 80; the balancer may have seen the health 5 s before us, which is 7 requests
      | seconds | fewest | most |
      | 1       | 0      | 12   |
      | 15      | 18     | 32   |
      | 30      | 38     | 52   |
      | 45      | 58     | 72   |

  @req:TG-SLOW-004 @time:virtual
  Scenario: when the duration is over the target gets its full share
    Given target "blue-2" becomes "healthy"
    And the target group attribute "slow_start.duration_seconds" of "blue" is set to "30"
    And target "blue-3" is registered with "blue"
    And target "blue-3" becomes "healthy"
    When 31 s pass
    And a client requests "/" 9 times
    Then each target of "blue" receives 3 requests
    And the targets of "blue" receive the requests in turn

  @req:TG-SLOW-012 @time:settable
  Scenario: the targets that are not in slow start share evenly
    Given target "blue-2" becomes "healthy"
    And the target group attribute "slow_start.duration_seconds" of "blue" is set to "900"
    And target "blue-3" is registered with "blue"
    And target "blue-3" becomes "healthy"
    When a client connects to port 80
    And the client requests "/" 60 times
    Then target "blue-1" receives between 29 and 30 requests
    And target "blue-2" receives between 29 and 30 requests
    And target "blue-3" receives between 0 and 2 requests

  @req:TG-SLOW-005 @time:settable
  Scenario: targets that are healthy when it is enabled keep their full share
    Given target "blue-2" becomes "healthy"
    When a user sets the target group attribute "slow_start.duration_seconds" of "blue" to "900"
    And a client requests "/" 8 times
    Then each target of "blue" receives 4 requests

  @req:TG-SLOW-009 @time:settable
  Scenario: a target that becomes unhealthy for longer than the duration enters slow start again
    Given target "blue-2" becomes "healthy"
    And the target group attribute "slow_start.duration_seconds" of "blue" is set to "30"
    And target "blue-3" is registered with "blue"
    And target "blue-3" becomes "healthy"
    And target "blue-3" answers health checks with status 500
    And target "blue-3" becomes "unhealthy"
    When target "blue-3" answers health checks with status 200
    And target "blue-3" becomes "healthy"
    And a client requests "/" 60 times
    Then target "blue-3" receives between 0 and 7 requests

  @req:TG-SLOW-011 @time:settable
  Scenario: a duration of 0 ends it for every target
    Given target "blue-2" becomes "healthy"
    And the target group attribute "slow_start.duration_seconds" of "blue" is set to "900"
    And target "blue-3" is registered with "blue"
    And target "blue-3" becomes "healthy"
    When a user sets the target group attribute "slow_start.duration_seconds" of "blue" to "0"
    And a client requests "/" 9 times
    Then each target of "blue" receives 3 requests
