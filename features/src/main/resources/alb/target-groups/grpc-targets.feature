@guide:target-groups/grpc-targets @feature:grpc @core @needs:h2 @needs:certificates
Feature: Considerations for the gRPC protocol version
  Calls of all four kinds are carried, message by message, and routed by their package, service and method.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 gRPC target
    And the listener forwards to "blue"

  @req:TG-PROTO-009
  Scenario: a unary call
    When a gRPC client calls "shop.Cart/Echo" with the message "one"
    Then the gRPC client receives the message "one"
    And the call ends with the status "OK"
    And gRPC target "blue-1" receives the message "one"

  @req:TG-PROTO-009
  Scenario: client-side streaming
    When a gRPC client begins the call "shop.Cart/Collect"
    And the gRPC client sends the message "one"
    Then gRPC target "blue-1" receives the message "one"
    When the gRPC client sends the message "two"
    Then gRPC target "blue-1" receives the messages "one, two"
    When the gRPC client sends no more messages
    Then the gRPC client receives the message "one+two"
    And the call ends with the status "OK"

  @req:TG-PROTO-009
  Scenario: server-side streaming
    When a gRPC client calls "shop.Cart/Expand" with the message "one two three"
    Then the gRPC client receives the messages "one, two, three"
    And the call ends with the status "OK"

  @req:TG-PROTO-009
  Scenario: bi-directional streaming
    When a gRPC client begins the call "shop.Cart/Chat"
    And the gRPC client sends the message "one"
    Then the gRPC client receives the message "re: one"
    When the gRPC client sends the message "two"
    Then the gRPC client receives the messages "re: one, re: two"
    And the call goes on
    When the gRPC client sends no more messages
    Then the call ends with the status "OK"

  @req:TG-PROTO-009
  Scenario Outline: a message of <bytes> bytes there and back
    When a gRPC client calls "shop.Cart/Echo" with a message of <bytes> bytes
    Then the gRPC client receives a message of <bytes> bytes
    And the call ends with the status "OK"

    Examples:
      | bytes   |
      | 0       |
      | 16384   |
      | 70000   |
      | 8000000 |

  @req:TG-PROTO-013
  Scenario Outline: a call that ends with <status>
    When a gRPC client calls "shop.Cart/Fail" with the message "<status>"
    Then the call ends with the status "<status>" and a reason that contains "as asked, 100 %"

    Examples:
      | status            |
      | NOT_FOUND         |
      | PERMISSION_DENIED |
      | DATA_LOSS         |

  @req:TG-PROTO-013
  Scenario: a method that is not there
    When a gRPC client calls "AWS.ALB/other" with the message ""
    Then the call ends with the status "UNIMPLEMENTED"

  @req:TG-PROTO-013
  Scenario: a deadline
    When a gRPC client calls "shop.Cart/Wait" with a deadline of 2000 ms
    Then gRPC target "blue-1" receives the header "grpc-accept-encoding" with the value "gzip"
    And the call ends with the status "DEADLINE_EXCEEDED"
    And gRPC target "blue-1" learns that the call is cancelled

  @req:TG-PROTO-013
  Scenario: a call that the client takes back
    When a gRPC client begins the call "shop.Cart/Chat"
    And the gRPC client sends the message "one"
    Then the gRPC client receives the message "re: one"
    When the gRPC client cancels the call
    Then the call ends with the status "CANCELLED"
    And gRPC target "blue-1" learns that the call is cancelled

  @req:TG-PROTO-012
  Scenario: a server that takes no more calls ends those it has
    Given a target group "green" with 2 gRPC targets
    And the listener forwards to "green"
    When a gRPC client begins the call "shop.Cart/Chat"
    And the gRPC client sends the message "one"
    Then the gRPC client receives the message "re: one"
    When gRPC target "green-1" takes no more calls
    And the gRPC client sends the message "two"
    Then the gRPC client receives the messages "re: one, re: two"

  @req:TG-PROTO-007
  Scenario: servers that speak TLS
    Given a target group "green" with 1 gRPC target and the settings:
      | Protocol            | HTTPS |
      | HealthCheckProtocol | HTTPS |
    And the listener forwards to "green"
    When a gRPC client calls "shop.Cart/Chat" with the message "one"
    Then the gRPC client receives the message "re: one"
    And the call ends with the status "OK"
