@guide:troubleshooting/http-400 @feature:errors @core
Feature: HTTP 400: Bad request
  A request that does not meet the HTTP specification is not forwarded.

  @req:ERR-400-001 @req:ERR-400-002
  Scenario Outline: a malformed request: <what>
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client sends:
      """
      <request line>
      Host: example.com
      <header>

      """
    Then the response has the status 400
    And the connection to the client is closed
    And target "blue-1" receives nothing

    Examples:
      | what                                | request line   | header               |
      | the method has a parenthesis        | G(T / HTTP/1.1 | X-Ok: 1              |
      | the method is missing               | / HTTP/1.1     | X-Ok: 1              |
      | the request line is no request line | hello          | X-Ok: 1              |
      | the version is no version           | GET / HTPP/1.1 | X-Ok: 1              |
      | a header has a null character       | GET / HTTP/1.1 | X-Bad: a\\x00b       |
      | the length is no number             | GET / HTTP/1.1 | Content-Length: ten  |
      | the length is negative              | GET / HTTP/1.1 | Content-Length: -1   |
      | two lengths contradict              | GET / HTTP/1.1 | Content-Length: 1, 2 |

  @req:ERR-400-001 @req:ERR-400-002
  Scenario Outline: a malformed host: <host>
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client sends:
      """
      GET / HTTP/1.1
      Host: <host>

      """
    Then the response has the status 400
    And the connection to the client is closed
    And target "blue-1" receives nothing

    Examples:
      | host              |
      | example.com/path  |
      | user@example.com  |
      | exa mple.com      |
      | example.com, a.b  |
      | example.com:80:80 |
      | [::1              |
