@guide:troubleshooting/response-code-000 @feature:http2 @core @needs:h2 @needs:certificates
Feature: The load balancer sends a response code of 000
  Over HTTP/2, a header that is too long or a connection that has served 10,000 requests ends the connection.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:ERR-000-001
  Scenario: a header of more than 8 K bytes
    When an HTTP/2 client requests "/1" with the headers:
      | X-Long | <8100 characters> |
    And the client requests "/2" with the headers:
      | X-Long | <8200 characters> |
    Then response 1 has the status 200
    And the client receives GOAWAY with "ENHANCE_YOUR_CALM"
    And the connection to the client is closed with FIN
    And target "blue-1" receives 1 request

  @req:ERR-000-002
  Scenario: more than 10,000 requests
    When an HTTP/2 client connects
    And the client requests "/" 9999 times
    Then the client receives no GOAWAY
    When the client requests "/last"
    Then the response has the status 200
    And the client receives GOAWAY with "NO_ERROR" and the last request 10000
    And the connection to the client is closed with FIN
