@guide:target-groups/duration-based-stickiness @feature:sticky-duration
Feature: Duration-based stickiness
  The load balancer binds a client to the target of its first request, by a cookie that says which one it is.

  @core @req:TG-LBC-001 @req:TG-LBC-002
  Scenario: first requests are routed by the algorithm, later ones to the same target
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled | true |
    And the listener forwards to "blue"
    When a client requests "/" 4 times
    Then each target of "blue" receives 2 requests
    And the response sets the cookie "AWSALB"
    When a returning client requests "/" 4 times
    Then target "<first-target>" receives 2 requests
    And target "<other-target>" receives 6 requests

  @core @req:TG-LBC-001
  Scenario: the first request goes to the target with the fewest requests if that is the algorithm
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled            | true                       |
      | load_balancing.algorithm.type | least_outstanding_requests |
    And the listener forwards to "blue"
    And each target of "blue" holds its answers
    When a client requests "/" 2 times in the background
    And each target of "blue" has received 1 request
    And target "blue-2" releases its answers
    And 1 response has come
    And a client requests "/" 3 times
    Then target "blue-2" receives 4 requests

  @core @req:TG-LBC-002
  Scenario: a session is not moved because its target is busy
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled            | true                       |
      | load_balancing.algorithm.type | least_outstanding_requests |
    And the listener forwards to "blue"
    When a client requests "/"
    And target "<first-target>" holds its answers
    And a returning client requests "/" 3 times in the background
    Then target "<first-target>" receives 4 requests

  @extended @req:TG-LBC-010 @needs:zones
  Scenario: a session is the same at every node
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled | true |
    And the listener forwards to "blue"
    When a client requests "/"
    And a returning client requests "/" in zone b 3 times
    Then target "<first-target>" receives 4 requests

  @core @req:TG-LBC-008
  Scenario: the cookie for requests of other origins counts alone
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled | true |
    And the listener forwards to "blue"
    When a client requests "/"
    And a client requests "/" 3 times with the headers:
      | Cookie | other=1; AWSALBCORS=<lb-cors-cookie> |
    Then target "<first-target>" receives 4 requests

  @core @req:TG-LBC-004 @req:TG-STICK-004
  Scenario Outline: <what> does not count, and is replaced
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled | true |
    And the listener forwards to "blue"
    When a client requests "/"
    And a client requests "/" with the headers:
      | Cookie | AWSALB=<value> |
    Then the response comes from "<other-target>"
    And the response sets the cookie "AWSALB"
    When a returning client requests "/"
    Then the response comes from "<other-target>"

    Examples:
      | what                        | value                      |
      | a cookie with another end   | <lb-cookie>AAAA            |
      | a cookie with another begin | A<lb-cookie>               |
      | the address of a target     | <blue-1-ip>:<blue-1-port>  |
      | a value without an encoding | hello                      |
      | an empty value              |                            |

  @extended @req:TG-STICK-017
  Scenario: a URL-encoded cookie does not count, and is replaced
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled | true |
    And the listener forwards to "blue"
    When a client requests "/"
    And a client requests "/" with the headers:
      | Cookie | AWSALB=<encoded-lb-cookie>%3D |
    Then the response comes from "<other-target>"
    When a returning client requests "/"
    Then the response comes from "<other-target>"

  @core @req:TG-LBC-005
  Scenario: the target of a session is deregistered
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled | true |
    And the listener forwards to "blue"
    When a client requests "/"
    And target "<first-target>" is deregistered from "blue"
    And a returning client requests "/" 2 times
    Then target "<first-target>" receives 1 request
    And target "<other-target>" receives 2 requests

  @extended @req:TG-LBC-011
  Scenario: a cookie of another target group does not count, and is replaced
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled | true |
    And a target group "green" with 2 targets and the settings:
      | stickiness.enabled | true |
    And the listener forwards to "blue"
    And a rule with priority 10 that forwards the path "/green" to "green"
    When a client requests "/"
    And a returning client requests "/green"
    And a returning client requests "/" 3 times
    Then target "<other-target>" receives 3 requests
