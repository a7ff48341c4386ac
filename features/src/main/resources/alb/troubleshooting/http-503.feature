@guide:troubleshooting/http-503 @feature:errors @core
Feature: HTTP 503: Service unavailable
  The target group has no registered targets.

  @req:ERR-503-001
  Scenario: the target group is empty
    Given a load balancer
    And a target group "blue" with 0 targets
    And the listener forwards to "blue"
    When a client requests "/"
    Then the response has the status 503

  @req:ERR-503-001
  Scenario: the last target is deregistered
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/"
    Then the response comes from "blue"
    When target "blue-1" is deregistered from "blue"
    And a client requests "/again"
    Then the response has the status 503

  @req:ERR-503-001
  Scenario: other rules of the listener still work
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 0 targets
    And the listener forwards to "blue"
    And a rule with priority 10 that forwards the path "/green" to "green"
    When a client requests "/green"
    And the client requests "/"
    Then response 1 has the status 503
    And response 2 comes from "blue"
