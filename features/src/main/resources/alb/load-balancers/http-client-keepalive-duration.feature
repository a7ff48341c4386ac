@guide:load-balancers/http-client-keepalive-duration @feature:keepalive @time:settable
Feature: HTTP client keepalive duration
  A client connection that has lasted for the keepalive duration takes one more request.

  Background:
    Given a load balancer
    And the load balancer attribute "client_keep_alive.seconds" is set to "60"
    And the load balancer attribute "idle_timeout.timeout_seconds" is set to "300"

  @core @req:LB-KEEP-001
  Scenario: the response after the duration closes the connection
    When a client requests "/1"
    And 61 s pass
    And the client requests "/2"
    Then response 2 has the status 404
    And response 2 has the header "Connection" with the value "~ (?i)close"
    And the connection to the client is closed

  @core @req:LB-KEEP-002
  Scenario: traffic does not prolong the duration
    When a client requests "/1"
    And 40 s pass
    And the client requests "/2"
    And 21 s pass
    And the client requests "/3"
    Then response 3 has the header "Connection" with the value "~ (?i)close"
    And the connection to the client is closed

  @extended @req:LB-KEEP-003
  Scenario: a connection keeps the duration it began with
    When a client requests "/1"
    And a user sets the load balancer attribute "client_keep_alive.seconds" to "3600"
    And 61 s pass
    And the client requests "/2"
    Then response 2 has the header "Connection" with the value "~ (?i)close"

  @extended @req:LB-KEEP-003
  Scenario: a new connection has the duration that is set when it begins
    When a user sets the load balancer attribute "client_keep_alive.seconds" to "120"
    And a client requests "/1"
    And 61 s pass
    And the client requests "/2"
    And 61 s pass
    And the client requests "/3"
    Then response 3 has the header "Connection" with the value "~ (?i)close"

  @core @req:LB-KEEP-004
  Scenario: the duration runs on while there is no traffic
    When a client connects to port 80
    And 61 s pass
    And the client requests "/1"
    Then the response has the status 404
    And the response has the header "Connection" with the value "~ (?i)close"
    And the connection to the client is closed

  @core @req:LB-KEEP-005
  Scenario: a new connection begins anew
    When a client requests "/1"
    And 61 s pass
    And the client requests "/2"
    And a client requests "/3"
    Then the response has the status 404
    And the connection to the client is open

  @extended @req:LB-KEEP-006 @time:virtual
  Scenario: the duration is 3600 seconds unless it is set
    Given a load balancer
    And the load balancer attribute "idle_timeout.timeout_seconds" is set to "4000"
    When a client requests "/1"
    And 3590 s pass
    And the client requests "/2"
    And 20 s pass
    And the client requests "/3"
    Then response 3 has the header "Connection" with the value "~ (?i)close"
