@guide:target-groups/least-outstanding-requests @feature:least-outstanding
Feature: Least outstanding requests
  Each request goes to a target with the lowest number of requests in progress.

  @core @req:TG-LOR-001
  Scenario: targets that are busy are left alone
    Given a load balancer
    And a target group "blue" with 3 targets and the settings:
      | load_balancing.algorithm.type | least_outstanding_requests |
    And the listener forwards to "blue"
    And each target of "blue" holds its answers
    When a client requests "/" 3 times in the background
    And each target of "blue" has received 1 request
    And target "blue-2" releases its answers
    And 1 response has come
    And a client requests "/" 6 times
    Then target "blue-2" receives 7 requests

  @core @req:TG-LOR-001
  Scenario: requests in progress are spread evenly
    Given a load balancer
    And a target group "blue" with 3 targets and the settings:
      | load_balancing.algorithm.type | least_outstanding_requests |
    And the listener forwards to "blue"
    And each target of "blue" holds its answers
    When a client requests "/" 12 times in the background
    Then each target of "blue" receives 4 requests

  @core @req:TG-ALGO-002
  Scenario: the algorithm is changed while requests are in progress
    Given a load balancer
    And a target group "blue" with 2 targets
    And the listener forwards to "blue"
    And target "blue-1" holds its answers
    When a client requests "/" 2 times in the background
    And target "blue-1" has received 1 request
    And 1 response has come
    And a user sets the target group attribute "load_balancing.algorithm.type" of "blue" to "least_outstanding_requests"
    And a client requests "/" 4 times
    Then target "blue-2" receives 5 requests

  @extended @req:TG-LOR-002
  Scenario: WebSocket connections go where the fewest requests are, even if others go round robin
    Given a load balancer
    And a target group "blue" with 2 targets
    And the listener forwards to "blue"
    And target "blue-1" holds its answers
    When a client requests "/" 8 times in the background
    And target "blue-1" has received 4 requests
    And 4 responses have come
    And target "blue-2" accepts WebSocket connections
    And a client asks for the WebSocket "/chat"
    Then target "blue-2" receives the request line "GET /chat HTTP/1.1"

  @extended @req:TG-LOR-003
  Scenario: a WebSocket connection is a request in progress as long as it lasts
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | load_balancing.algorithm.type | least_outstanding_requests |
    And the listener forwards to "blue"
    And each target of "blue" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And a client connects to port 80
    And the client requests "/" 3 times
    Then target "blue-1" receives 1 request
    And target "blue-2" receives 3 requests
