@guide:listeners/http-connections @feature:keepalive
Feature: Listener configuration: client connections
  A client connection serves one request after another.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/blue/*" to "blue"

  @core @req:LS-HTTP-001
  Scenario: requests on one connection are routed one by one
    When a client requests "/blue/1"
    And the client requests "/other"
    And the client requests "/blue/2"
    Then response 1 comes from "blue"
    And response 2 comes from the default action
    And response 3 comes from "blue"
    And target "blue-1" receives 2 requests
    And the connection to the client is open

  @extended @req:LS-HTTP-002
  Scenario: pipelined requests are answered in their order
    Given target "blue-1" holds its answers
    When a client sends:
      """
      GET /blue/1 HTTP/1.1
      Host: example.com

      GET /other HTTP/1.1
      Host: example.com

      """
    And target "blue-1" has received 1 request
    And target "blue-1" releases its answers
    Then response 1 comes from "blue"
    And response 2 comes from the default action

  @core @req:LS-HTTP-008
  Scenario Outline: the connection is closed when the client asks for it: <path>
    When a client requests "<path>" with the headers:
      | Connection | close |
    Then the response has the status <status>
    And the connection to the client is closed

    Examples:
      | path    | status |
      | /blue/1 | 200    |
      | /other  | 404    |

  @extended @req:LS-HTTP-011
  Scenario: an HTTP/1.0 client gets no chunks
    Given target "blue-1" answers with a body of 1000 bytes in chunks
    When a client sends:
      """
      GET /blue/1 HTTP/1.0
      Host: example.com

      """
    Then the response has the status 200
    And the response has no header "Transfer-Encoding"
    And the response has a body of 1000 bytes
    And the connection to the client is closed
