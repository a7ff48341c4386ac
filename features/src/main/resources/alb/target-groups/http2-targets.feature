@guide:target-groups/http2-targets @feature:grpc @core @needs:h2 @needs:certificates
Feature: Considerations for the HTTP/2 protocol version
  Requests are sent to the targets of such a group as HTTP/2.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 HTTP/2 target
    And the listener forwards to "blue"

  @req:TG-PROTO-007
  Scenario: the head that a target receives
    When an HTTP/2 client requests "/a?b=c" from "www.example.com" with the headers:
      | User-Agent      | curl/7.46.0  |
      | Cookie          | a=b          |
      | X-Forwarded-For | 203.0.113.78 |
    Then the response has the body "blue-1"
    And HTTP/2 target "blue-1" receives the fields:
      | :method           | GET             |
      | :path             | /a?b=c          |
      | :authority        | www.example.com |
      | user-agent        | curl/7.46.0     |
      | cookie            | a=b             |
      | x-forwarded-for   | 203.0.113.78, <client-ip> |
      | x-forwarded-proto | https           |
      | x-forwarded-port  | 443             |

  @req:TG-PROTO-007
  Scenario: requests share a connection
    When an HTTP/2 client connects
    And the client requests "/" 20 times
    Then HTTP/2 target "blue-1" receives 20 requests on 1 connection

  @req:TG-PROTO-007
  Scenario: trailers behind a body
    Given HTTP/2 target "blue-1" answers with "trailers"
    When an HTTP/2 client requests "/"
    Then the response has the body "blue-1"
    And the response has the trailer "x-checksum" with the value "42"

  @req:TG-PROTO-010
  Scenario: a body in pieces
    When an HTTP/2 client uploads 200000 bytes to "/" in chunks
    Then the response has the status 200
    And HTTP/2 target "blue-1" receives a body of 200000 bytes

  @req:TG-PROTO-007
  Scenario: targets that speak TLS
    Given a target group "green" with 1 HTTP/2 target and the settings:
      | Protocol            | HTTPS |
      | HealthCheckProtocol | HTTPS |
    And the listener forwards to "green"
    When an HTTP/2 client requests "/"
    Then the response has the body "green-1"
    When HTTP/2 target "green-1" does not choose HTTP/2
    And an HTTP/2 client requests "/"
    Then the response has the status 502

  @req:TG-PROTO-011
  Scenario Outline: a target that answers with <what>
    Given HTTP/2 target "blue-1" answers with "<what>"
    When an HTTP/2 client requests "/"
    Then the response has the status 502
    When HTTP/2 target "blue-1" answers with "a head alone"
    And the client requests "/again"
    Then the response has the status 204

    Examples:
      | what                          |
      | a head without a status       |
      | a head with connection fields |
      | a head of 40000 bytes         |
      | RST_STREAM                    |
      | REFUSED_STREAM                |

  @req:TG-PROTO-011
  Scenario: a response that breaks off
    Given HTTP/2 target "blue-1" answers with "half a body and RST_STREAM"
    When an HTTP/2 client connects
    And the client requests "/" in the background
    Then the stream of response 1 is reset with "INTERNAL_ERROR"

  @req:TG-PROTO-011 @time:virtual
  Scenario: a target that stays silent
    Given HTTP/2 target "blue-1" answers with "nothing"
    When an HTTP/2 client requests "/"
    Then the response has the status 504

  @req:TG-PROTO-012
  Scenario: a target that goes away without a look at a request
    Given HTTP/2 target "blue-1" answers with "GOAWAY without a look at the first request"
    When an HTTP/2 client requests "/" with the method "POST" with the body "hello"
    Then the response has the body "blue-1"
    And HTTP/2 target "blue-1" receives 2 requests on 2 connections
    And HTTP/2 target "blue-1" receives the body "hello"
