@guide:load-balancers/load-balancer-connections @feature:keepalive @core
Feature: Load balancer connections
  The load balancer has one connection with the client and another with the target.

  @req:LB-CONN-001
  Scenario: a target that closes its connection does not close the client's
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    And target "blue-1" answers with the following and closes the connection:
      """
      HTTP/1.1 200 OK
      Content-Length: 2
      Connection: close

      ok\
      """
    When a client requests "/1"
    And the client requests "/2"
    Then response 1 has the body "ok"
    And response 2 has the body "ok"
    And the connection to the client is open

  @req:LB-CONN-001 @time:settable
  Scenario: a target that has closed an idle connection gets the next request on a new one
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/1"
    And target "blue-1" closes its connections
    And 1 s pass
    And the client requests "/2"
    Then response 2 comes from "blue"

  @req:LB-CONN-002
  Scenario Outline: a <method> request that a target has received is not sent again
    Given a load balancer
    And a target group "blue" with 2 targets
    And the listener forwards to "blue"
    And each target of "blue" closes the connection instead of answering
    When a client requests "/order" with the method "<method>"
    Then the response has the status 502
    And the targets of "blue" receive 1 request in all

    Examples:
      | method |
      | GET    |
      | POST   |

  @req:LB-CONN-002
  Scenario: nor is one that came on a connection that was used before
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/first"
    And target "blue-1" closes the connection instead of answering
    And the client requests "/order" with the method "POST" with the body "one"
    Then response 2 has the status 502
    And target "blue-1" receives 2 requests
