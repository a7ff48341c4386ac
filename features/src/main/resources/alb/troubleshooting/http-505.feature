@guide:troubleshooting/http-505 @feature:errors @core
Feature: HTTP 505: Version not supported
  HTTP/2 is not spoken on a connection that is one of HTTP/1.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:ERR-505-001
  Scenario Outline: the version <version> with the method <method>
    When a client sends:
      """
      <method> <target> <version>
      Host: example.com

      """
    Then the response has the status 505
    And the connection to the client is closed
    And target "blue-1" receives nothing

    Examples:
      | method | target | version  |
      | GET    | /      | HTTP/2.0 |
      | GET    | /      | HTTP/2   |

  @req:ERR-505-001
  Scenario: the preface of HTTP/2
    When a client sends:
      """
      PRI * HTTP/2.0

      SM

      \x00\x00\x00\x04\x00\x00\x00\x00\x00\
      """
    Then the response has the status 505
    And the connection to the client is closed
    And target "blue-1" receives nothing
