@guide:listeners/http2-requests @feature:http2 @needs:h2 @needs:certificates
Feature: HTTP/2 requests to HTTP/1.1 targets
  Each request is converted to one of HTTP/1.1, each response to one of HTTP/2.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @core @req:LS-H2-007
  Scenario: the header fields of a request
    When an HTTP/2 client requests "/" with the headers:
      | X-First      | 1            |
      | Cookie       | a=1          |
      | X-Repeated   | one          |
      | Cookie       | b=2; c=3     |
      | X-Repeated   | two          |
      | Te           | trailers     |
    Then target "blue-1" receives the headers "x-repeated" with the values "one | two"
    And target "blue-1" receives the header "Cookie" with the value "a=1; b=2; c=3"
    And target "blue-1" receives the header "X-First" with the value "1"

  @core @req:LS-H2-007
  Scenario: the header fields of a response
    Given target "blue-1" answers with:
      """
      HTTP/1.1 200 Fine
      X-First: 1
      Set-Cookie: a=1
      Connection: X-Hop
      X-Hop: 1
      Set-Cookie: b=2
      Content-Length: 2

      ok\
      """
    When an HTTP/2 client requests "/"
    Then the response has in this order the header lines:
      """
      x-first: 1
      set-cookie: a=1
      set-cookie: b=2
      content-length: 2
      """
    And the response has no header "connection"
    And the response has the body "ok"

  @core @req:LS-H2-008
  Scenario Outline: the host, with <fields>
    When an HTTP/2 client sends a request with the fields:
      | :method   | GET    |
      | :scheme   | https  |
      | :path     | /      |
      | <first>   | <one>  |
      | <second>  | <two>  |
    Then the response has the status 200
    And target "blue-1" receives the header "Host" with the value "www.example.com"

    Examples:
      | fields             | first      | one             | second | two             |
      | an authority       | :authority | www.example.com | x-a    | 1               |
      | a host field       | host       | www.example.com | x-a    | 1               |
      | both, and the same | :authority | www.example.com | host   | www.example.com |

  @core @req:LS-H2-009
  Scenario Outline: an upload <framing>, and a large response <coded>
    Given target "blue-1" answers with a body of 3000000 bytes <coded>
    When an HTTP/2 client uploads 2000000 bytes to "/up" <framing>
    Then the response has a body of 3000000 bytes
    And target "blue-1" receives the uploaded bytes

    Examples:
      | framing           | coded             |
      | with their length | in chunks         |
      | in chunks         | with their length |

  @core @req:LS-H2-009
  Scenario: trailers of a response
    Given target "blue-1" answers with:
      """
      HTTP/1.1 200 OK
      Transfer-Encoding: chunked

      2
      ok
      0
      X-Checksum: 7

      """
    When an HTTP/2 client requests "/" with the headers:
      | te | trailers |
    Then the response has the body "ok"
    And the response has the trailer "x-checksum" with the value "7"

  @core @req:LS-H2-009
  Scenario Outline: a response to <method> with the status <status>
    Given target "blue-1" answers with:
      """
      HTTP/1.1 <status>
      X-A: 1

      """
    When an HTTP/2 client requests "/" with the method "<method>"
    Then the response has the header "x-a" with the value "1"
    And the response has no body

    Examples:
      | method | status           |
      | GET    | 204 No Content   |
      | GET    | 304 Not Modified |

  @core @req:XFF-H2-001 @feature:xff
  Scenario: what targets are told of the client
    When an HTTP/2 client requests "/"
    Then target "blue-1" receives the header "X-Forwarded-For" with the value "<client-ip>"
    And target "blue-1" receives the header "X-Forwarded-Proto" with the value "https"
    And target "blue-1" receives the header "X-Forwarded-Port" with the value "443"

  @extended @req:LS-H2-013
  Scenario Outline: a request to upgrade to WebSocket by <means>
    When an HTTP/2 client sends a request with the fields:
      | :method    | <method>    |
      | <name>     | <value>     |
      | :scheme    | https       |
      | :authority | example.com |
      | :path      | /chat       |
      | <field>    | websocket   |
    Then the stream of the response is reset with "PROTOCOL_ERROR"
    And target "blue-1" receives nothing

    Examples:
      | means            | method  | name      | value     | field                 |
      | extended CONNECT | CONNECT | :protocol | websocket | x-what                |
      | a header field   | GET     | :authority | example.com | upgrade             |
