@guide:target-groups/http2-targets-connections @feature:grpc @core @needs:h2 @needs:certificates
Feature: Connections to HTTP/2 targets
  Requests share connections as far as the target allows. What becomes of one is no matter of the others.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 HTTP/2 target
    And the listener forwards to "blue"

  @req:TG-PROTO-007
  Scenario: no request is sent before the settings of the target
    When an HTTP/2 client connects
    And HTTP/2 target "blue-1" keeps its settings back
    And the client requests "/" in the background
    Then no response has come yet
    And HTTP/2 target "blue-1" receives 0 requests on 0 connections
    When HTTP/2 target "blue-1" sends its settings
    Then the response has the body "blue-1"
    And HTTP/2 target "blue-1" receives 1 request on 1 connection

  @req:TG-PROTO-007
  Scenario: a target that allows few streams gets more connections
    Given HTTP/2 target "blue-1" allows 2 streams on a connection
    And HTTP/2 target "blue-1" holds its answers
    When an HTTP/2 client connects
    And the client requests "/" 6 times in the background
    Then HTTP/2 target "blue-1" receives 6 requests on 3 connections
    When HTTP/2 target "blue-1" releases its answers
    Then 6 responses have come
    When the client requests "/" 4 times
    Then HTTP/2 target "blue-1" receives 10 requests on 3 connections

  @req:TG-PROTO-012
  Scenario Outline: a request that the target has not looked at is sent again: <answer>
    Given HTTP/2 target "blue-1" answers with "<answer>"
    When an HTTP/2 client requests "/" with the method "POST" with the body "hello"
    Then the response has the body "blue-1"
    And HTTP/2 target "blue-1" has received 2 requests
    And HTTP/2 target "blue-1" receives the body "hello"

    Examples:
      | answer                                     |
      | REFUSED_STREAM to the first request        |
      | GOAWAY without a look at the first request |

  @req:TG-PROTO-011 @req:TG-PROTO-012
  Scenario Outline: a request that the target may have looked at is not sent again: <answer>
    Given HTTP/2 target "blue-1" answers with "<answer>"
    When an HTTP/2 client requests "/" with the method "POST" with the body "hello"
    Then the response has the status 502
    And HTTP/2 target "blue-1" receives 1 request on 1 connection

    Examples:
      | answer                    |
      | RST_STREAM                |
      | the end of the connection |

  @req:TG-PROTO-011
  Scenario: a target whose connection ends in the middle of several requests
    Given HTTP/2 target "blue-1" holds its answers
    When an HTTP/2 client connects
    And the client requests "/" 2 times in the background
    And HTTP/2 target "blue-1" has received 2 requests
    And HTTP/2 target "blue-1" closes its connections
    Then response 1 has the status 502
    And response 2 has the status 502
    When HTTP/2 target "blue-1" releases its answers
    And the client requests "/"
    Then the response has the body "blue-1"

  @req:TG-PROTO-007
  Scenario: clients that read slowly do not keep others waiting
    Given HTTP/2 target "blue-1" answers with a body of 300000 bytes
    When an HTTP/2 client that takes no more than 1000 bytes requests "/1"
    And 1000 bytes of the response have come
    And an HTTP/2 client that takes no more than 1000 bytes requests "/2"
    And 1000 bytes of the response have come
    And an HTTP/2 client requests "/3"
    Then the response has a body of 300000 bytes
    And HTTP/2 target "blue-1" receives 3 requests on 1 connection
