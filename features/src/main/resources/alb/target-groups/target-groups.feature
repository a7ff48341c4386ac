@guide:target-groups/target-groups @core
Feature: Target groups for your Application Load Balancers
  Target groups route requests to individual registered targets.

  @feature:crud-tg @req:TG-GROUP-001
  Scenario Outline: a target registered with two target groups serves both: <path>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 0 targets
    And a rule with priority 10 that forwards the path "/blue" to "blue"
    And a rule with priority 20 that forwards the path "/green" to "green"
    When target "blue-1" is registered with "green"
    And target "blue-1" of "green" becomes "healthy"
    And a client requests "<path>"
    Then the response comes from "blue-1"

    Examples:
      | path   |
      | /blue  |
      | /green |

  @feature:health-check @req:TG-GROUP-002 @time:settable
  Scenario: only healthy targets get requests
    Given a load balancer
    And a target group "blue" with 2 targets
    And target "blue-1" answers health checks with status 500
    And the listener forwards to "blue"
    And target "blue-1" becomes "unhealthy"
    When a client requests "/" 4 times
    Then target "blue-2" receives 4 requests
    And target "blue-1" receives nothing
