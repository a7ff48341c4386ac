@guide:troubleshooting/http-501 @feature:errors @core
Feature: HTTP 501: Not implemented
  A Transfer-Encoding is not supported, unless it is chunked or identity.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:ERR-501-001
  Scenario Outline: Transfer-Encoding: <coding> is not supported
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      Transfer-Encoding: <coding>

      0

      """
    Then the response has the status 501
    And the connection to the client is closed
    And target "blue-1" receives nothing

    Examples:
      | coding        |
      | gzip          |
      | deflate       |
      | compress      |
      | gzip, chunked |

  @req:ERR-501-002
  Scenario Outline: Transfer-Encoding: <coding> is supported
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      Transfer-Encoding: <coding>

      <body>\
      """
    Then the response comes from "blue"
    And target "blue-1" receives the body "<content>"

    Examples:
      | coding   | body                               | content |
      | chunked  | 5\\r\\nhello\\r\\n0\\r\\n\\r\\n    | hello   |
      | Chunked  | 5\\r\\nhello\\r\\n0\\r\\n\\r\\n    | hello   |
      | identity |                                    |         |
