@guide:listeners/requests-in-pieces @feature:http1
Feature: Listener configuration: requests in pieces
  A request may come in any pieces, and its answer before all of them have come.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @core @req:LS-HTTP-010
  Scenario Outline: it does not matter how a request is split: <size> at a time
    When a client sends in pieces of <size> bytes:
      """
      POST /split?a=b HTTP/1.1
      Host: example.com
      X-Custom: one,  two
      Transfer-Encoding: chunked

      3;x=y
      abc
      0

      """
    Then the response comes from "blue"
    And target "blue-1" receives the request line "POST /split?a=b HTTP/1.1"
    And target "blue-1" receives the header "X-Custom" with the value "one,  two"
    And target "blue-1" receives the body "abc"

    Examples:
      | size |
      | 1    |
      | 7    |

  @extended @req:LS-HTTP-012
  Scenario: a target may answer before it has the body
    Given target "blue-1" answers with status 413 before the body has come
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      Content-Length: 1000000

      only the beginning\
      """
    Then the response has the status 413
    And the response comes from "blue"
