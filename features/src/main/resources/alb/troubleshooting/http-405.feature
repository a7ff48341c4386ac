@guide:troubleshooting/http-405 @feature:errors @core
Feature: HTTP 405: Method not allowed
  TRACE is not supported.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:ERR-405-001
  Scenario: TRACE reaches no target
    When a client requests "/" with the method "TRACE"
    Then the response has the status 405
    And target "blue-1" receives nothing

  @req:ERR-405-001
  Scenario Outline: <method> does
    When a client requests "/" with the method "<method>"
    Then the response has the status 200
    And target "blue-1" receives the request line "<method> / HTTP/1.1"

    Examples:
      | method   |
      | OPTIONS  |
      | DELETE   |
      | PROPFIND |
      | TRACER   |
