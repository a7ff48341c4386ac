@guide:target-groups/protocol-version-results @feature:grpc @core @needs:h2 @needs:certificates
Feature: Protocol version: the result for each request protocol
  The request protocol and the protocol version of the target group decide together.

  Background:
    Given a load balancer with an HTTPS listener

  @req:TG-PROTO-005 @req:ERR-464-002
  Scenario Outline: <request> for HTTP/1.1 targets
    Given a target group "blue" with 1 target
    And the listener forwards to "blue"
    When <client> requests "/"
    Then the response has the status 200
    And target "blue-1" receives 1 request

    Examples:
      | request  | client           |
      | HTTP/1.1 | a client         |
      | HTTP/2   | an HTTP/2 client |

  @req:TG-PROTO-005 @req:ERR-464-002
  Scenario: gRPC for HTTP/1.1 targets
    Given a target group "blue" with 1 target
    And the listener forwards to "blue"
    When an HTTP/2 client sends a request with the fields:
      | :method      | POST             |
      | :scheme      | https            |
      | :authority   | example.com      |
      | :path        | /shop.Cart/Echo  |
      | content-type | application/grpc |
    Then the response has the status 464
    And target "blue-1" receives nothing

  @req:TG-PROTO-005 @req:ERR-464-001 @req:TG-PROTO-007
  Scenario Outline: <request> for HTTP/2 targets
    Given a target group "blue" with 1 HTTP/2 target
    And the listener forwards to "blue"
    When <client> requests "/"
    Then the response has the status <status>
    And HTTP/2 target "blue-1" receives <requests> request on <requests> connection

    Examples:
      | request  | client           | status | requests |
      | HTTP/1.1 | a client         | 464    | 0        |
      | HTTP/2   | an HTTP/2 client | 200    | 1        |

  @req:TG-PROTO-005 @req:ERR-464-001
  Scenario Outline: WebSocket for <version> targets
    Given a target group "blue" with 1 HTTP/2 target and the settings:
      | ProtocolVersion | <version>            |
      | HealthCheckPath | /AWS.ALB/healthcheck |
    And the listener forwards to "blue"
    When a client asks for the WebSocket "/chat"
    Then the response has the status 464
    And HTTP/2 target "blue-1" receives 0 requests on 0 connections

    Examples:
      | version |
      | HTTP2   |
      | GRPC    |

  @req:TG-PROTO-005
  Scenario: gRPC for HTTP/2 targets that support gRPC
    Given a target group "blue" with 1 gRPC target and the settings:
      | ProtocolVersion  | HTTP2 |
      | Matcher.HttpCode | 200-499 |
    And the listener forwards to "blue"
    When a gRPC client calls "shop.Cart/Echo" with the message "hello"
    Then the gRPC client receives the message "hello"
    And the call ends with the status "OK"

  @req:TG-PROTO-005 @req:ERR-464-001 @req:ERR-464-003
  Scenario Outline: <request> with <method> for gRPC targets
    Given a target group "blue" with 1 HTTP/2 target and the settings:
      | ProtocolVersion | GRPC                 |
      | HealthCheckPath | /AWS.ALB/healthcheck |
    And the listener forwards to "blue"
    When <client> requests "/" with the method "<method>"
    Then the response has the status <status>
    And HTTP/2 target "blue-1" receives <requests> request on <requests> connection

    Examples:
      | request  | client           | method | status | requests |
      | HTTP/1.1 | a client         | GET    | 464    | 0        |
      | HTTP/1.1 | a client         | POST   | 464    | 0        |
      | HTTP/2   | an HTTP/2 client | POST   | 200    | 1        |
      | HTTP/2   | an HTTP/2 client | GET    | 464    | 0        |
      | HTTP/2   | an HTTP/2 client | PUT    | 464    | 0        |

  @req:TG-PROTO-005
  Scenario: gRPC for gRPC targets
    Given a target group "blue" with 1 gRPC target
    And the listener forwards to "blue"
    When a gRPC client calls "shop.Cart/Echo" with the message "hello"
    Then the gRPC client receives the message "hello"
    And the call ends with the status "OK"
    And gRPC target "blue-1" receives 1 call

  @req:TG-PROTO-005
  Scenario Outline: the content type <content type> with <method>
    Given a target group "blue" with 1 target
    And the listener forwards to "blue"
    When an HTTP/2 client sends a request with the fields:
      | :method      | <method>       |
      | :scheme      | https          |
      | :authority   | example.com    |
      | :path        | /              |
      | content-type | <content type> |
    Then the response has the status <status>

    Examples: what is a gRPC request
      | content type                    | method | status |
      | application/grpc+proto          | POST   | 464    |
      | Application/GRPC; charset=utf-8 | POST   | 464    |
      | application/grpc-web            | POST   | 200    |
      | application/grpc                | GET    | 200    |
