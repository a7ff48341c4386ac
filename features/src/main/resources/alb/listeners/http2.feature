@guide:listeners/http2 @feature:http2 @core @needs:h2 @needs:certificates
Feature: HTTP/2 with HTTPS listeners
  Clients can use HTTP/2, with up to 128 requests in parallel on one connection. The server-push feature cannot be used.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:LS-H2-001
  Scenario Outline: a client that offers <offered>
    Given the listener has the security policy "TLS13-1-2-2021-06"
    When a client connects over TLS with:
      | versions  | <version> |
      | protocols | <offered> |
    And the client requests "/"
    Then the connection goes on with "<agreed>"
    And the response has the status 200

    Examples:
      | offered      | version | agreed   |
      | h2           | TLSv1.3 | h2       |
      | http/1.1, h2 | TLSv1.2 | h2       |
      | http/1.1     | TLSv1.3 | http/1.1 |

  @req:LS-H2-001
  Scenario: a client whose TLS is older than HTTP/2 allows
    Given the listener has the security policy "2016-08"
    When a client connects over TLS with:
      | versions  | TLSv1.1      |
      | protocols | h2, http/1.1 |
    And the client requests "/"
    Then the connection goes on with "http/1.1"
    And the response comes from "blue"

  @req:LS-H2-001
  Scenario: a client that offers no protocol
    When a client connects over TLS
    And the client requests "/"
    Then the connection goes on with ""
    And the response has the status 200

  @req:LS-H2-002
  Scenario: 128 requests in parallel
    Given target "blue-1" holds its answers
    When an HTTP/2 client connects
    And the client requests "/" 128 times in the background
    And target "blue-1" has received 128 requests
    And target "blue-1" releases its answers
    And 128 responses have come
    Then response 1 has the status 200
    And response 128 has the status 200

  @req:LS-H2-003
  Scenario: one request more
    Given target "blue-1" holds its answers
    When an HTTP/2 client connects
    And the client requests "/" 129 times in the background
    Then the client receives the setting "MAX_CONCURRENT_STREAMS" with the value 128
    And the stream of response 129 is reset with "REFUSED_STREAM"
    When target "blue-1" releases its answers
    And 128 responses have come
    And the client requests "/more"
    Then the response has the status 200
    And target "blue-1" receives 129 requests

  @req:LS-H2-004
  Scenario: a response that names further resources
    Given target "blue-1" answers with:
      """
      HTTP/1.1 200 OK
      Link: </style.css>; rel=preload
      Content-Length: 2

      ok\
      """
    When an HTTP/2 client requests "/"
    And the client requests "/again"
    Then response 1 has the header "link" with the value "</style.css>; rel=preload"
    And nothing is pushed to the client

  @req:LS-H2-005
  Scenario: a request becomes one of HTTP/1.1
    When an HTTP/2 client requests "/a?b=c" from "www.example.com" with the headers:
      | User-Agent | curl/7.46.0 |
    Then the response comes from "blue-1"
    And target "blue-1" receives the request line "GET /a?b=c HTTP/1.1"
    And target "blue-1" receives the header "Host" with the value "www.example.com"
    And target "blue-1" receives the header "User-Agent" with the value "curl/7.46.0"

  @req:LS-H2-006
  Scenario: each request has a target of its own
    Given a target group "green" with 2 targets
    And the listener forwards to "green"
    When an HTTP/2 client connects
    And the client requests "/" 10 times
    Then each target of "green" receives 5 requests

  @req:LS-H2-006
  Scenario: rules hold for each request
    Given a rule with priority 10 that answers the path "/fixed" with:
      | StatusCode | 418 |
    When an HTTP/2 client requests "/"
    And the client requests "/fixed"
    And the client requests "/"
    Then response 1 has the status 200
    And response 2 has the status 418
    And response 3 has the status 200
