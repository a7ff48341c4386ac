@guide:load-balancers/http2-enabled @feature:http2 @core @needs:h2 @needs:certificates
Feature: Whether HTTP/2 is enabled
  It is, unless the attribute routing.http2.enabled is false.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:LB-H2-001
  Scenario: HTTP/2 is switched off
    When an HTTP/2 client requests "/"
    And a user sets the load balancer attribute "routing.http2.enabled" to "false"
    And an HTTP/2 client requests "/"
    Then the connection goes on with "http/1.1"
    And the response comes from "blue"

  @req:LB-H2-001
  Scenario: HTTP/2 is switched on again
    Given the load balancer attribute "routing.http2.enabled" is set to "false"
    When a user sets the load balancer attribute "routing.http2.enabled" to "true"
    And an HTTP/2 client requests "/"
    Then the connection goes on with "h2"
    And the response comes from "blue"

  @req:LB-KEEP-007 @feature:keepalive @time:settable
  Scenario: the request behind the HTTP client keepalive duration is the last one
    Given the load balancer attribute "client_keep_alive.seconds" is set to "60"
    And the load balancer attribute "idle_timeout.timeout_seconds" is set to "300"
    When an HTTP/2 client requests "/1"
    And 61 s pass
    Then the client receives no GOAWAY
    When the client requests "/2"
    Then response 2 has the status 200
    And the client receives GOAWAY with "NO_ERROR" and the last request 2
    And the connection to the client is closed with FIN

  @req:LB-IDLE-008 @feature:idle-timeout @time:settable
  Scenario: nothing is sent for the idle timeout
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "10"
    When an HTTP/2 client requests "/1"
    And 8 s pass
    And the client requests "/2"
    And 8 s pass
    Then the client receives no GOAWAY
    When 3 s pass
    Then the client receives GOAWAY with "NO_ERROR"
    And the connection to the client is closed with FIN
