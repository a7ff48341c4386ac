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
