@guide:listeners/http2-floods @feature:http2 @extended @needs:h2 @needs:certificates
Feature: Floods over HTTP/2
  A client that only makes work loses its connection. Others do not notice.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:LS-H2-015
  Scenario Outline: <kind> in great number
    Given target "blue-1" does not answer
    When an HTTP/2 client connects
    And the client sends 10000 frames of the kind "<kind>"
    Then the client receives GOAWAY with "ENHANCE_YOUR_CALM"
    And the connection to the client is closed
    When target "blue-1" answers as usual
    And an HTTP/2 client requests "/"
    Then the response comes from "blue"

    Examples:
      | kind                    |
      | SETTINGS                |
      | PING                    |
      | PRIORITY                |
      | WINDOW_UPDATE           |
      | unknown                 |
      | empty DATA              |
      | empty CONTINUATION      |
      | HEADERS and RST_STREAM  |
      | malformed HEADERS       |

  @req:LS-H2-015
  Scenario: a busy client is no flood
    When an HTTP/2 client connects
    And the client sends 500 frames of the kind "PING"
    And the client requests "/" 300 times
    Then response 300 has the status 200
    And the client receives no GOAWAY
