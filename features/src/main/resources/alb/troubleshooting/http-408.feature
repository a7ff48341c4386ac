@guide:troubleshooting/http-408 @feature:errors @core @time:settable
Feature: HTTP 408: Request timeout
  The client sends nothing for the idle timeout in the middle of a request.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:ERR-408-001
  Scenario Outline: the client falls silent <where>
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      <rest>\
      """
    And 4 s pass
    Then no response has come yet
    When 3 s pass
    Then the response has the status 408
    And the connection to the client is closed

    Examples:
      | where                   | rest                                             |
      | in a header             | Content-Len                                      |
      | before the empty line   | Content-Length: 3\\r\\n                          |
      | before the body         | Content-Length: 3\\r\\n\\r\\n                    |
      | in the body             | Content-Length: 3\\r\\n\\r\\nab                  |
      | in a chunk              | Transfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nhel |
      | before the last chunk   | Transfer-Encoding: chunked\\r\\n\\r\\n1\\r\\na\\r\\n |

  @req:ERR-408-002
  Scenario: a byte before each timeout is enough
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    When a client sends:
      """
      GET /slow HTTP/1.1
      H\
      """
    And 4 s pass
    And the client sends:
      """
      o\
      """
    And 4 s pass
    And the client sends:
      """
      st: example.com

      """
    Then the response comes from "blue"
    And target "blue-1" receives the header "Host" with the value "example.com"
