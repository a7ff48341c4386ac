@guide:troubleshooting/oversized-request-heads-http2 @feature:errors @core @needs:h2 @needs:certificates
Feature: HTTP 400 and 413: requests over HTTP/2 whose heads are too large
  All headers together may have 64 K, whatever they are compressed to.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:ERR-400-003 @req:ERR-413-001 @req:QUO-HDR-004
  Scenario: headers of 68 K in all are too large
    When an HTTP/2 client requests "/" with the headers:
      | x-a | <7600 characters> |
      | x-b | <7600 characters> |
      | x-c | <7600 characters> |
      | x-d | <7600 characters> |
      | x-e | <7600 characters> |
      | x-f | <7600 characters> |
      | x-g | <7600 characters> |
      | x-h | <7600 characters> |
      | x-i | <7600 characters> |
    Then the response has the status 400 or 413
    And target "blue-1" receives nothing
    When the client requests "/next"
    Then the response comes from "blue"

  @req:QUO-HDR-004
  Scenario: headers of 62 K in all are accepted
    When an HTTP/2 client requests "/" with the headers:
      | x-a | <6900 characters> |
      | x-b | <6900 characters> |
      | x-c | <6900 characters> |
      | x-d | <6900 characters> |
      | x-e | <6900 characters> |
      | x-f | <6900 characters> |
      | x-g | <6900 characters> |
      | x-h | <6900 characters> |
      | x-i | <6900 characters> |
    Then the response comes from "blue"
    And target "blue-1" receives the header "x-i" with the value "<6900 characters>"

  @req:ERR-400-003 @req:ERR-413-001 @req:QUO-HDR-002
  Scenario: cookies that make a header of 17 K are too large
    When an HTTP/2 client requests "/" with the headers:
      | cookie | a=<5700 characters> |
      | cookie | b=<5700 characters> |
      | cookie | c=<5700 characters> |
    Then the response has the status 400 or 413
    And target "blue-1" receives nothing

  @req:QUO-HDR-002
  Scenario: cookies that make a header of just under 16 K are accepted
    When an HTTP/2 client requests "/" with the headers:
      | cookie | a=<7900 characters> |
      | cookie | b=<7900 characters> |
    Then the response comes from "blue"
    And target "blue-1" receives the header "Cookie" with the value "a=<7900 characters>; b=<7900 characters>"

  @req:ERR-400-003 @req:QUO-HDR-004
  Scenario Outline: a small header block that makes a head of <size>
    When an HTTP/2 client requests "/before"
    And the client requests "/" with a header of 4000 bytes and <references> references to it
    Then response 2 has the status 400 or 413
    When the client requests "/next"
    Then the response comes from "blue"
    When an HTTP/2 client requests "/other"
    Then the response comes from "blue"
    And target "blue-1" receives 3 requests

    Examples:
      | size | references |
      | 68 K | 16         |
      | 40 M | 10000      |
