@guide:target-groups/weighted-random @feature:weighted-random @core @statistical
Feature: Weighted random
  Requests go evenly to the healthy targets, in a random order. The shares are those of chance: 100 requests out of 400 are
  expected to lie within 5 standard deviations, which a right balancer misses once in a million times.

  Background:
    Given a load balancer
    And a target group "blue" with 4 targets and the settings:
      | load_balancing.algorithm.type | weighted_random |
    And the listener forwards to "blue"

  @req:TG-WR-001 @req:TG-WR-002
  Scenario: every target gets its share, in no order
    When a client connects to port 80
    And the client requests "/" 400 times
    Then each target of "blue" receives between 57 and 143 requests
    And the targets of "blue" do not receive the requests in turn

  @time:settable @req:TG-WR-001
  Scenario: an unhealthy target gets none
    Given target "blue-2" answers health checks with status 500
    And target "blue-2" becomes "unhealthy"
    When a client connects to port 80
    And the client requests "/" 60 times
    Then target "blue-2" receives nothing
    And target "blue-1" receives between 1 and 45 requests
