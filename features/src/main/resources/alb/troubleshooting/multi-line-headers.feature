@guide:troubleshooting/multi-line-headers @feature:errors @core
Feature: Multi-line headers are not supported
  A line that continues a header is taken for a header of its own and gets a colon.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:ERR-MULTI-001
  Scenario Outline: a header is continued after a <blank>
    When a client sends:
      """
      GET / HTTP/1.1
      Host: example.com
      X-Long: first
      <escape>second
      X-Next: 1

      """
    Then the response comes from "blue"
    And target "blue-1" receives the header "X-Long" with the value "first"
    And target "blue-1" receives the header "<escape>second" with the value ""
    And target "blue-1" receives the header "X-Next" with the value "1"

    Examples:
      | blank | escape |
      | space | \\x20  |
      | tab   | \\t    |

  @req:ERR-MULTI-001
  Scenario: nor does message/http have multi-line headers
    When a client sends:
      """
      POST / HTTP/1.1
      Host: example.com
      Content-Length: 2
      Content-Type: message/http;
      \x20charset=utf-8

      ok\
      """
    Then the response comes from "blue"
    And target "blue-1" receives the header "Content-Type" with the value "message/http;"
    And target "blue-1" receives the header " charset=utf-8" with the value ""

  @req:ERR-MULTI-001
  Scenario: a line without a colon gets one too
    When a client sends:
      """
      GET / HTTP/1.1
      Host: example.com
      X-Lonely
      X-Next: 1

      """
    Then the response comes from "blue"
    And target "blue-1" receives the header "X-Lonely" with the value ""
    And target "blue-1" receives the header "X-Next" with the value "1"
