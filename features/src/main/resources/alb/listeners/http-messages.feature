@guide:listeners/http-messages @feature:http1
Feature: Listener configuration: HTTP messages
  Requests and responses pass the load balancer as HTTP defines them.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @core @req:LS-HTTP-003
  Scenario: the response to HEAD has the length but not the body
    Given target "blue-1" answers with:
      """
      HTTP/1.1 200 OK
      Content-Length: 1234

      """
    When a client requests "/" with the method "HEAD"
    And the client requests "/again" with the method "HEAD"
    Then response 1 has the header "Content-Length" with the value "1234"
    And response 1 has no body
    And response 2 has the status 200

  @core @req:LS-HTTP-004
  Scenario Outline: a response <status> has no body, and the connection serves the next request
    Given target "blue-1" answers with:
      """
      HTTP/1.1 <status> <reason>
      ETag: "v1"

      """
    When a client requests "/"
    And the client requests "/again"
    Then response 1 has the status <status>
    And response 1 has the header "ETag" with the value "\x22v1\x22"
    And response 1 has no body
    And response 2 has the status <status>

    Examples:
      | status | reason       |
      | 204    | No Content   |
      | 304    | Not Modified |

  @core @req:LS-HTTP-005
  Scenario Outline: <bytes> bytes of a request reach the target <how>
    When a client uploads <bytes> bytes to "/upload" <how>
    Then the response comes from "blue"
    And target "blue-1" receives the uploaded bytes

    Examples:
      | bytes    | how               |
      | 0        | with their length |
      | 1        | with their length |
      | 100000   | with their length |
      | 10000000 | with their length |
      | 1        | in chunks         |
      | 100000   | in chunks         |
      | 10000000 | in chunks         |

  @core @req:LS-HTTP-006
  Scenario Outline: <bytes> bytes of a response reach the client <how>
    Given target "blue-1" answers with a body of <bytes> bytes <how>
    When a client requests "/download"
    And the client requests "/again"
    Then response 1 has a body of <bytes> bytes
    And response 2 has a body of <bytes> bytes

    Examples:
      | bytes    | how               |
      | 0        | with their length |
      | 1        | with their length |
      | 100000   | with their length |
      | 10000000 | with their length |
      | 1        | in chunks         |
      | 100000   | in chunks         |
      | 10000000 | in chunks         |

  @extended @req:LS-HTTP-007
  Scenario: a client that asks first is told to continue
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      Content-Length: 5
      Expect: 100-continue

      """
    Then the client receives an interim response with the status 100
    When the client sends:
      """
      hello\
      """
    Then the response comes from "blue"
    And target "blue-1" receives the body "hello"

  @extended @req:LS-HTTP-009
  Scenario: a response ended by the close of the target's connection is whole
    Given target "blue-1" answers with the following and closes the connection:
      """
      HTTP/1.0 200 OK
      Content-Type: text/plain

      to the end\
      """
    When a client requests "/"
    Then the response has the status 200
    And the response has the body "to the end"

  @core @req:LS-HTTP-010
  Scenario: a request reaches the target as it was sent
    When a client sends:
      """
      PATCH /a%2Fb/;c?d=%7Ee&f HTTP/1.1
      Host: example.com
      X-Custom: one,  two
      Accept: */*
      Content-Length: 2

      {}\
      """
    Then the response comes from "blue"
    And target "blue-1" receives the request line "PATCH /a%2Fb/;c?d=%7Ee&f HTTP/1.1"
    And target "blue-1" receives the header "X-Custom" with the value "one,  two"
    And target "blue-1" receives the header "Accept" with the value "*/*"
    And target "blue-1" receives the body "{}"

  @core @req:LS-HTTP-006
  Scenario Outline: an ordinary HTTP library gets <bytes> bytes <how>
    Given target "blue-1" answers with a body of <bytes> bytes <how>
    When a visitor opens "/download"
    Then the visitor sees the status 200
    And the visitor gets <bytes> bytes

    Examples:
      | bytes  | how               |
      | 100000 | with their length |
      | 100000 | in chunks         |
