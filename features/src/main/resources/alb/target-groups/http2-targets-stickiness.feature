@guide:target-groups/http2-targets-stickiness @core @needs:h2 @needs:certificates
Feature: Sticky sessions and routing algorithms with HTTP/2 targets
  Sessions and algorithms are the same, whatever protocol version carries the requests.

  Background:
    Given a load balancer with an HTTPS listener

  @req:TG-LBC-001 @req:TG-LBC-002 @feature:sticky-duration
  Scenario Outline: the cookie of the load balancer and <version>
    Given a target group "blue" with 2 HTTP/2 targets and the settings:
      | ProtocolVersion    | <version>            |
      | HealthCheckPath    | /AWS.ALB/healthcheck |
      | stickiness.enabled | true                 |
      | stickiness.type    | lb_cookie            |
    And the listener forwards to "blue"
    When an HTTP/2 client requests "/" with the method "POST"
    Then the response sets the cookie "AWSALB"
    When the client requests "/" with the method "POST" 4 times with the headers:
      | cookie | AWSALB=<lb-cookie> |
    Then HTTP/2 target "<first-target>" receives 5 requests on 1 connection
    And HTTP/2 target "<other-target>" receives 0 requests on 0 connections

    Examples:
      | version |
      | HTTP2   |
      | GRPC    |

  @req:TG-APPC-002 @req:TG-APPC-007 @feature:sticky-app
  Scenario: the cookie of the application
    Given a target group "blue" with 2 HTTP/2 targets and the settings:
      | stickiness.enabled                | true       |
      | stickiness.type                   | app_cookie |
      | stickiness.app_cookie.cookie_name | session    |
    And the listener forwards to "blue"
    And HTTP/2 target "blue-1" sets the cookie "session=1"
    And HTTP/2 target "blue-2" sets the cookie "session=1"
    When an HTTP/2 client requests "/"
    Then the response sets the cookie "AWSALBAPP-0"
    When the client requests "/" 4 times with the headers:
      | cookie | session=1                |
      | cookie | AWSALBAPP-0=<app-cookie> |
    Then HTTP/2 target "<first-target>" receives 5 requests on 1 connection

  @req:TG-APPC-001 @feature:sticky-app
  Scenario: without the cookie of the application there is no session
    Given a target group "blue" with 2 HTTP/2 targets and the settings:
      | stickiness.enabled                | true       |
      | stickiness.type                   | app_cookie |
      | stickiness.app_cookie.cookie_name | session    |
    And the listener forwards to "blue"
    When an HTTP/2 client requests "/"
    Then the response sets no cookie "AWSALBAPP-0"
    When the client requests "/" 3 times with the headers:
      | cookie | session=1 |
    Then HTTP/2 target "<first-target>" receives 2 requests on 1 connection
    And HTTP/2 target "<other-target>" receives 2 requests on 1 connection

  @req:TG-LOR-001 @req:TG-LOR-004 @feature:least-outstanding
  Scenario Outline: requests in progress with <version>, and those that have ended
    Given a target group "blue" with 2 HTTP/2 targets and the settings:
      | ProtocolVersion               | <version>                  |
      | HealthCheckPath               | /AWS.ALB/healthcheck       |
      | load_balancing.algorithm.type | least_outstanding_requests |
    And the listener forwards to "blue"
    And HTTP/2 target "blue-1" holds its answers
    When an HTTP/2 client connects
    And the client requests "/" with the method "POST" 2 times in the background
    And HTTP/2 target "blue-1" has received 1 request
    And 1 response has come
    And the client requests "/" with the method "POST" 4 times
    Then HTTP/2 target "blue-2" receives 5 requests on 1 connection
    And HTTP/2 target "blue-1" receives 1 request on 1 connection

    Examples:
      | version |
      | HTTP2   |
      | GRPC    |
