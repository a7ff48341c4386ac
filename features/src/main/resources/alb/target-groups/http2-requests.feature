@guide:target-groups/http2-requests @core @needs:h2 @needs:certificates
Feature: Targets of HTTP/2 requests
  Routing algorithms and stickiness treat each request of a connection by itself.

  Background:
    Given a load balancer with an HTTPS listener

  @req:TG-LOR-004 @feature:least-outstanding
  Scenario: requests in progress on one connection
    Given a target group "blue" with 3 targets and the settings:
      | load_balancing.algorithm.type | least_outstanding_requests |
    And the listener forwards to "blue"
    And each target of "blue" holds its answers
    When an HTTP/2 client connects
    And the client requests "/" 12 times in the background
    And each target of "blue" has received 4 requests
    And target "blue-2" releases its answers
    And 4 responses have come
    And the client requests "/" 4 times
    Then target "blue-2" receives 8 requests

  @req:TG-LBCH-001 @feature:stickiness-lb
  Scenario: a cookie that some requests of a connection have
    Given a target group "blue" with 2 targets and the settings:
      | stickiness.enabled | true     |
      | stickiness.type    | lb_cookie |
    And the listener forwards to "blue"
    When an HTTP/2 client requests "/"
    And the client requests "/" 4 times with the headers:
      | cookie | a=1               |
      | cookie | AWSALB=<lb-cookie> |
    And the client requests "/" 4 times
    Then target "<first-target>" receives 7 requests
    And target "<other-target>" receives 2 requests
