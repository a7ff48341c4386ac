@guide:target-groups/http2-clients @core @needs:h2 @needs:certificates
Feature: Targets for requests over HTTP/2
  Each request of a connection counts by itself, and brings its own cookies.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target and the settings:
      | load_balancing.algorithm.type | least_outstanding_requests |
    And the listener forwards to "blue"

  @feature:least-outstanding @req:TG-LOR-001 @req:LS-H2-006
  Scenario: a target that is busy with requests of the connection is left alone
    Given target "blue-2" is registered with "blue"
    And each target of "blue" holds its answers
    When an HTTP/2 client connects
    And the client requests "/" 4 times in the background
    And each target of "blue" has received 2 requests
    And target "blue-2" releases its answers
    And 2 responses have come
    And the client requests "/" 6 times
    Then target "blue-2" receives 8 requests

  @feature:least-outstanding @req:TG-LOR-001 @req:LS-H2-010
  Scenario: requests of a client that has gone are in progress no longer
    Given target "blue-1" holds its answers
    When an HTTP/2 client connects
    And the client requests "/" 4 times in the background
    And target "blue-1" has received 4 requests
    And the client closes its connection
    Then target "blue-1" sees the connection closed
    When target "blue-2" is registered with "blue"
    And target "blue-2" holds its answers
    And an HTTP/2 client requests "/" 4 times in the background
    Then target "blue-2" receives 2 requests

  @feature:sticky-duration @req:TG-LBC-002 @req:LS-H2-007
  Scenario: the cookie of a session, in a field of its own
    Given the target group attribute "stickiness.enabled" of "blue" is set to "true"
    And target "blue-2" is registered with "blue"
    When an HTTP/2 client requests "/"
    And the client requests "/" 4 times with the headers:
      | cookie | a=1                |
      | cookie | AWSALB=<lb-cookie> |
      | cookie | b=2                |
    Then target "<first-target>" receives 5 requests
