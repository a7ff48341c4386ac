@guide:target-groups/round-robin @feature:round-robin @core
Feature: Round robin
  Unless another algorithm is chosen, requests go evenly to the healthy targets, in a sequential order.

  @req:TG-RR-001 @req:TG-RR-002 @req:TG-ALGO-001
  Scenario: requests of many connections are spread evenly, in turn
    Given a load balancer
    And a target group "blue" with 3 targets
    And the listener forwards to "blue"
    When a client requests "/" 9 times
    Then each target of "blue" receives 3 requests
    And the targets of "blue" receive the requests in turn

  @req:TG-RR-001 @req:TG-RR-002
  Scenario: requests of one connection are spread evenly, in turn
    Given a load balancer
    And a target group "blue" with 3 targets
    And the listener forwards to "blue"
    When a client connects to port 80
    And the client requests "/" 9 times
    Then each target of "blue" receives 3 requests
    And the targets of "blue" receive the requests in turn

  @req:TG-RR-003 @time:settable
  Scenario: an unhealthy target is left out, and the others share evenly
    Given a load balancer
    And a target group "blue" with 3 targets
    And target "blue-2" answers health checks with status 500
    And the listener forwards to "blue"
    And target "blue-2" becomes "unhealthy"
    When a client requests "/" 8 times
    Then target "blue-1" receives 4 requests
    And target "blue-3" receives 4 requests
    And target "blue-2" receives nothing

  @req:TG-RR-004
  Scenario: each target group has a turn of its own
    Given a load balancer
    And a target group "blue" with 2 targets
    And a target group "green" with 2 targets
    And the listener forwards to "blue"
    And a rule with priority 10 that forwards the path "/green" to "green"
    When a client requests "/"
    And the client requests "/green"
    And the client requests "/"
    And the client requests "/green"
    Then each target of "blue" receives 1 request
