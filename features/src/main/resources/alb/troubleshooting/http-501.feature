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
