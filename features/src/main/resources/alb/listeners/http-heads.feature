@guide:listeners/http-heads @feature:http1
Feature: Listener configuration: heads of HTTP messages
  HTTP allows heads to be written in several ways.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @core @req:LS-HTTP-010
  Scenario: order, case and repetition of headers are kept
    When a client sends:
      """
      GET / HTTP/1.1
      Host: example.com
      X-B: 2
      x-a: 1
      X-B: 3
      X-Empty:
      ACCEPT: text/html

      """
    Then the response comes from "blue"
    And target "blue-1" receives in this order the header lines:
      """
      X-B: 2
      x-a: 1
      X-B: 3
      X-Empty:
      ACCEPT: text/html
      """

  @core @req:LS-HTTP-010
  Scenario: order, case and repetition of a response's headers are kept
    Given target "blue-1" answers with:
      """
      HTTP/1.1 201 Made It
      Set-Cookie: a=1
      x-Lower: One
      Set-Cookie: b=2
      Content-Length: 0

      """
    When a client requests "/"
    Then the response has the status 201
    And the response has in this order the header lines:
      """
      Set-Cookie: a=1
      x-Lower: One
      Set-Cookie: b=2
      """

  @extended @req:LS-HTTP-013
  Scenario: an HTTP/1.0 client that asks for it keeps its connection
    When a client sends:
      """
      GET /1 HTTP/1.0
      Connection: keep-alive

      """
    And the client requests "/2"
    Then response 1 comes from "blue"
    And response 2 comes from "blue"

  @extended @req:LS-HTTP-014
  Scenario: a request may be about the server as a whole
    When a client sends:
      """
      OPTIONS * HTTP/1.1
      Host: example.com

      """
    Then the response comes from "blue"
    And target "blue-1" receives the request line "OPTIONS * HTTP/1.1"

  @extended @req:LS-HTTP-015
  Scenario: lines may end in LF alone, but not those the target gets
    When a client sends:
      """
      GET /lines HTTP/1.1\nHost: example.com\nX-A: 1\n\n\
      """
    Then the response comes from "blue"
    And target "blue-1" receives the request line "GET /lines HTTP/1.1"
    And target "blue-1" receives the header "X-A" with the value "1"
    And target "blue-1" receives a head whose lines end in CRLF

  @extended @req:LS-HTTP-016
  Scenario: an empty line may come before a request
    When a client sends:
      """

      GET / HTTP/1.1
      Host: example.com

      """
    Then the response comes from "blue"

  @extended @req:LS-HTTP-017
  Scenario: what a target says before its answer reaches the client
    Given target "blue-1" answers with:
      """
      HTTP/1.1 103 Early Hints
      Link: </style.css>; rel=preload

      HTTP/1.1 200 OK
      Content-Length: 2

      ok\
      """
    When a client requests "/" in the background
    Then the client receives an interim response with the status 103
    And the response has the status 200
    And the response has the body "ok"

  @extended @req:LS-HTTP-018
  Scenario: what follows the last chunk is no header
    When a client sends:
      """
      POST /upload HTTP/1.1
      Host: example.com
      Transfer-Encoding: chunked

      5
      hello
      0
      X-Role: admin
      Content-Length: 3

      """
    Then the response comes from "blue"
    And target "blue-1" receives the body "hello"
    And target "blue-1" receives no header "X-Role"
    And target "blue-1" receives no header "Content-Length"
