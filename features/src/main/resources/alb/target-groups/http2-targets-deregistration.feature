@guide:target-groups/http2-targets-deregistration @feature:draining @core @time:settable @needs:h2 @needs:certificates
Feature: Deregistration delay with HTTP/2 and gRPC targets
  Each request of a connection completes within the delay, and further ones go elsewhere.

  Background:
    Given a load balancer with an HTTPS listener

  @req:TG-DRAIN-003
  Scenario: requests in flight complete within the delay, and new ones go elsewhere
    Given a target group "blue" with 2 HTTP/2 targets
    And the listener forwards to "blue"
    And HTTP/2 target "blue-1" holds its answers
    When an HTTP/2 client requests "/" 4 times in the background
    And HTTP/2 target "blue-1" has received 2 requests
    And HTTP/2 target "blue-1" is deregistered
    And the client requests "/" 2 times
    And HTTP/2 target "blue-1" releases its answers
    Then 6 responses have come
    And HTTP/2 target "blue-2" receives 4 requests on 1 connection

  @req:TG-DRAIN-003 @req:TG-DRAIN-006 @req:ERR-502-006
  Scenario Outline: requests in flight and <seconds> s of a delay of 10 s
    Given a target group "blue" with 1 HTTP/2 target and the settings:
      | deregistration_delay.timeout_seconds | 10 |
    And the listener forwards to "blue"
    And HTTP/2 target "blue-1" holds its answers
    When an HTTP/2 client connects
    And the client requests "/" 2 times in the background
    And HTTP/2 target "blue-1" has received 2 requests
    And HTTP/2 target "blue-1" is deregistered
    And <seconds> s pass
    And HTTP/2 target "blue-1" releases its answers
    Then response 2 has the status <status>

    Examples:
      | seconds | status |
      | 7       | 200    |
      | 11      | 502    |

  @req:TG-DRAIN-003 @feature:grpc
  Scenario: a call goes on within the delay
    Given a target group "blue" with 1 gRPC target and the settings:
      | deregistration_delay.timeout_seconds | 10 |
    And the listener forwards to "blue"
    When a gRPC client begins the call "shop.Cart/Chat"
    And the gRPC client sends the message "one"
    Then the gRPC client receives the message "re: one"
    When gRPC target "blue-1" is deregistered
    And 7 s pass
    And the gRPC client sends the message "two"
    Then the gRPC client receives the messages "re: one, re: two"

  @req:TG-DRAIN-006 @feature:grpc
  Scenario: a call ends with the delay
    Given a target group "blue" with 1 gRPC target and the settings:
      | deregistration_delay.timeout_seconds | 10 |
    And the listener forwards to "blue"
    When a gRPC client begins the call "shop.Cart/Chat"
    And the gRPC client sends the message "one"
    Then the gRPC client receives the message "re: one"
    When gRPC target "blue-1" is deregistered
    And 11 s pass
    Then the call ends with the status "INTERNAL"
