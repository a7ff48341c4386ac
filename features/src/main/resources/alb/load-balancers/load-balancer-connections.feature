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
