@guide:load-balancers/desync-ambiguous-requests @feature:desync
Feature: Desync mitigation mode: ambiguous requests
  Servers understand them differently. In defensive mode they are routed, but nothing follows them on their connections.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @core @req:LB-DESYNC-005
  Scenario Outline: in defensive mode both connections are closed after <what>
    When a client sends:
      """
      POST /ambiguous HTTP/1.1
      Host: example.com
      <first>
      <second>

      <body>\
      """
    Then the response comes from "blue"
    And the connection to the client is closed
    And target "blue-1" sees the connection closed

    Examples:
      | what                    | first                       | second                     | body          |
      | a length given twice    | Content-Length: 2           | Content-Length: 2          | {}            |
      | chunks and a length     | Transfer-Encoding: chunked  | Content-Length: 5          | 0\\r\\n\\r\\n |
      | a disguised coding      | Transfer-Encoding : chunked | Content-Length: 2          | {}            |
      | a header without a name | Content-Length: 2           | : nameless                 | {}            |

  @extended @req:LB-DESYNC-006
  Scenario: in monitor mode the client's connection goes on
    Given the load balancer attribute "routing.http.desync_mitigation_mode" is set to "monitor"
    When a client sends:
      """
      POST /ambiguous HTTP/1.1
      Host: example.com
      Content-Length: 2
      Content-Length: 2

      {}\
      """
    And the client requests "/again"
    Then response 1 comes from "blue"
    And response 2 comes from "blue"
    And target "blue-1" receives 2 requests

  @extended @req:LB-DESYNC-009
  Scenario Outline: in <mode> mode a body with chunks and a length reaches the target in chunks
    Given the load balancer attribute "routing.http.desync_mitigation_mode" is set to "<mode>"
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      Content-Length: 4
      Transfer-Encoding: chunked

      5
      hello
      0

      """
    Then the response comes from "blue"
    And target "blue-1" receives the body "hello"
    And target "blue-1" receives the header "Transfer-Encoding" with the value "chunked"
    And target "blue-1" receives no header "Content-Length"

    Examples:
      | mode      |
      | monitor   |
      | defensive |

  @extended @req:LB-DESYNC-009
  Scenario Outline: what looks like a framing header is not routed beside a real one: <disguised>
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      Content-Length: 5
      <disguised>: chunked

      hello\
      """
    Then the response comes from "blue"
    And target "blue-1" receives the header "Content-Length" with the value "5"
    And target "blue-1" receives the body "hello"
    And target "blue-1" receives no header "<disguised>"

    Examples:
      | disguised              |
      | Transfer_Encoding      |
      | Transfer-Encoding\\x20 |
      | \\x01Transfer-Encoding |

  @extended @req:LB-DESYNC-009
  Scenario: equal lengths reach the target as one
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      Content-Length: 5
      Content-Length: 5

      hello\
      """
    Then the response comes from "blue"
    And target "blue-1" receives the headers "Content-Length" with the values "5"
    And target "blue-1" receives the body "hello"
