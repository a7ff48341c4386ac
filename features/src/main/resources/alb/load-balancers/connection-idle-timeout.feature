@guide:load-balancers/connection-idle-timeout @feature:idle-timeout @time:settable
Feature: Connection idle timeout
  A connection on which nothing is sent or received for the idle timeout is closed.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @core @req:LB-IDLE-001
  Scenario: an idle client connection is closed after the timeout
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    When a client requests "/"
    And 7 s pass
    Then the connection to the client is closed

  @core @req:LB-IDLE-001
  Scenario: an idle client connection is not closed before the timeout
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    When a client requests "/"
    And 4 s pass
    And the client requests "/again"
    Then response 2 comes from "blue"

  @core @req:LB-IDLE-002
  Scenario: a byte within each timeout keeps a connection open
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      Content-Length: 3

      a\
      """
    And 4 s pass
    And the client sends:
      """
      b\
      """
    And 4 s pass
    And the client sends:
      """
      c\
      """
    Then the response comes from "blue"
    And target "blue-1" receives the body "abc"

  @extended @req:LB-IDLE-003
  Scenario: an idle target connection is closed after the timeout
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    When a client requests "/"
    And 7 s pass
    Then target "blue-1" sees the connection closed

  @core @req:LB-IDLE-005 @time:virtual
  Scenario: the timeout is 60 seconds unless it is set
    When a client requests "/"
    And 57 s pass
    And the client requests "/again"
    And 57 s pass
    And the client requests "/and-again"
    Then response 3 comes from "blue"
    When 61 s pass
    Then the connection to the client is closed

  @core @req:LB-IDLE-006
  Scenario: data within each timeout keeps a response going
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    And target "blue-1" answers with:
      """
      HTTP/1.1 200 OK
      Transfer-Encoding: chunked

      1
      a
      """
    When a client requests "/" in the background
    And target "blue-1" has received 1 request
    And 4 s pass
    And target "blue-1" sends:
      """
      1
      b
      """
    And 4 s pass
    And target "blue-1" sends:
      """
      1
      c
      0

      """
    Then the response has the body "abc"

  @core @req:LB-IDLE-007
  Scenario Outline: a target that falls silent in mid-response ends the client's connection, <how>
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    And target "blue-1" answers with:
      """
      HTTP/1.1 200 OK
      <header>

      <body>
      """
    When a client requests "/" in the background
    And target "blue-1" has received 1 request
    And 7 s pass
    Then the response is cut off

    Examples:
      | how                  | header                     | body                 |
      | with a length        | Content-Length: 100000     | <20000 characters>   |
      | in a chunk           | Transfer-Encoding: chunked | 5\\r\\nhel             |
      | between chunks       | Transfer-Encoding: chunked | 5\\r\\nhello           |
      | before the last line | Transfer-Encoding: chunked | 5\\r\\nhello\\r\\n0      |
