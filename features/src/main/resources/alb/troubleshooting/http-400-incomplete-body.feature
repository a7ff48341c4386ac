@guide:troubleshooting/http-400-incomplete-body @feature:errors @core
Feature: HTTP 400: Bad request: bodies that are not what they should be
  The client ends the connection before it has sent the full body, or the body is malformed.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:ERR-400-004
  Scenario Outline: the client ends its side in the middle of the body: <how>
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      <header>

      <body>\
      """
    And the client ends its side of the connection
    Then the response has the status 400

    Examples:
      | how                   | header                     | body           |
      | with a length         | Content-Length: 10         | hello          |
      | in a chunk            | Transfer-Encoding: chunked | a\\r\\nhello   |
      | before the last chunk | Transfer-Encoding: chunked | 5\\r\\nhello\\r\\n |

  @req:ERR-400-005
  Scenario Outline: the chunks are malformed: <what>
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      Transfer-Encoding: chunked

      <chunks>

      """
    Then the response has the status 400
    And the connection to the client is closed

    Examples:
      | what                       | chunks                       |
      | the size is missing        | \\r\\nabc\\r\\n0             |
      | the size is no number      | xyz\\r\\nabc\\r\\n0          |
      | the size has a sign        | +3\\r\\nabc\\r\\n0           |
      | the size is over 64 bits   | 10000000000000003\\r\\nabc\\r\\n0 |
      | the chunk is longer        | 3\\r\\nabcd\\r\\n0           |
      | the chunk ends in LF alone | 3\\r\\nabc\\n0               |
