@guide:target-groups/health-check-thresholds @feature:health-check @core
Feature: Health check settings: thresholds
  A target changes its state after so many consecutive checks, and not before.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | UnhealthyThresholdCount | 3 |
      | HealthyThresholdCount   | 4 |
    And the listener forwards to "blue"

  @req:HC-SET-012 @time:settable
  Scenario: a healthy target becomes unhealthy after three failed checks
    Given target "blue-1" becomes "healthy"
    When target "blue-1" answers health checks with status 500
    And target "blue-1" has received 2 more health checks
    Then target "blue-1" is "healthy"
    When target "blue-1" has received 1 more health check
    Then target "blue-1" is "unhealthy"

  @req:HC-SET-012 @time:settable
  Scenario: failed checks that are not consecutive do not count together
    Given target "blue-1" becomes "healthy"
    When target "blue-1" answers health checks with status 500
    And target "blue-1" has received 2 more health checks
    And target "blue-1" answers health checks with status 200
    And target "blue-1" has received 1 more health check
    And target "blue-1" answers health checks with status 500
    And target "blue-1" has received 2 more health checks
    Then target "blue-1" is "healthy"

  @req:HC-SET-010 @time:settable
  Scenario: an unhealthy target becomes healthy after four passed checks
    Given target "blue-1" answers health checks with status 500
    And target "blue-1" becomes "unhealthy"
    When target "blue-1" answers health checks with status 200
    And target "blue-1" has received 3 more health checks
    Then target "blue-1" is "unhealthy"
    When target "blue-1" has received 1 more health check
    Then target "blue-1" is "healthy"

  @req:HC-SET-010 @time:settable
  Scenario: passed checks that are not consecutive do not count together
    Given target "blue-1" answers health checks with status 500
    And target "blue-1" becomes "unhealthy"
    When target "blue-1" answers health checks with status 200
    And target "blue-1" has received 3 more health checks
    And target "blue-1" answers health checks with status 500
    And target "blue-1" has received 1 more health check
    And target "blue-1" answers health checks with status 200
    And target "blue-1" has received 3 more health checks
    Then target "blue-1" is "unhealthy"
