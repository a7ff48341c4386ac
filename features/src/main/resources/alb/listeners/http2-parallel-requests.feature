@guide:listeners/http2-parallel-requests @feature:http2 @needs:h2 @needs:certificates
Feature: HTTP/2 requests in parallel
  What happens to one request of a connection does not matter to the others.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/blue" to "blue"

  @core @req:LS-H2-010
  Scenario: responses come as they are ready
    Given target "blue-1" holds its answers
    When an HTTP/2 client requests "/blue" in the background
    And the client requests "/"
    Then response 2 comes from the default action
    When target "blue-1" releases its answers
    Then response 1 comes from "blue"

  @core @req:LS-H2-010
  Scenario: a request is taken back
    Given target "blue-1" does not answer
    When an HTTP/2 client requests "/blue" in the background
    And target "blue-1" has received 1 request
    And the client takes its request back
    Then target "blue-1" sees the connection closed
    When the client requests "/"
    Then the response comes from the default action

  @core @req:LS-H2-010
  Scenario: a target fails in the middle of its response
    Given target "blue-1" answers with the following and closes the connection:
      """
      HTTP/1.1 200 OK
      Content-Length: 40000

      <30000 characters>\
      """
    When an HTTP/2 client requests "/blue"
    Then the response is cut off
    And the stream of response 1 is reset with "INTERNAL_ERROR"
    When the client requests "/"
    Then the response comes from the default action

  @core @req:LS-H2-010
  Scenario: a target fails before its response
    Given target "blue-1" closes the connection instead of answering
    When an HTTP/2 client requests "/blue"
    And the client requests "/"
    Then response 1 has the status 502
    And response 2 comes from the default action

  @core @req:LS-H2-011
  Scenario: a response that is not taken
    Given target "blue-1" answers with a body of 3000000 bytes with their length
    When an HTTP/2 client that takes no more than 10000 bytes requests "/blue"
    And 10000 bytes of the response have come
    And the client requests "/"
    Then response 2 comes from the default action
    When the client takes all that comes
    Then response 1 has a body of 3000000 bytes

  @extended @req:LS-H2-012
  Scenario Outline: a window that is made <size> bytes large when 15000 have come
    Given target "blue-1" answers with:
      """
      HTTP/1.1 200 OK
      Transfer-Encoding: chunked

      3a98
      <15000 characters>
      \
      """
    When an HTTP/2 client that takes no more than 15000 bytes requests "/blue"
    And 15000 bytes of the response have come
    And the client makes its windows <size> bytes large
    And target "blue-1" sends:
      """
      0

      """
    Then the response has the body "<15000 characters>"

    Examples:
      | size  |
      | 15000 |
      | 5000  |

  @extended @req:LS-H2-012
  Scenario: a response that goes on when its window has been made smaller
    Given target "blue-1" answers with:
      """
      HTTP/1.1 200 OK
      Transfer-Encoding: chunked

      3a98
      <15000 characters>
      \
      """
    When an HTTP/2 client that takes no more than 15000 bytes requests "/blue"
    And 15000 bytes of the response have come
    And the client makes its windows 5000 bytes large
    And target "blue-1" sends:
      """
      1
      a
      0

      """
    Then no response has come yet
    When the client takes all that comes
    Then the response has the body "<15001 characters>"
