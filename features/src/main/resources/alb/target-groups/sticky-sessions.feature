@guide:target-groups/sticky-sessions @feature:sticky-sessions
Feature: Sticky sessions
  A target group may keep each client with one of its targets, by cookies of the load balancer's own.

  @core @req:TG-STICK-001
  Scenario: without sticky sessions each request is routed by the algorithm
    Given a load balancer
    And a target group "blue" with 2 targets
    And the listener forwards to "blue"
    When a client requests "/"
    And a returning client requests "/" 5 times
    Then each target of "blue" receives 3 requests
    And the response sets no cookie "AWSALB"
    And the response sets no cookie "AWSALBCORS"
    And the response sets no cookie "AWSALBAPP-0"

  @core @req:TG-STICK-002
  Scenario Outline: groups with other kinds of stickiness do not disturb a session with <kind>
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled                | true      |
      | stickiness.type                   | <type>    |
      | stickiness.app_cookie.cookie_name | session   |
    And a target group "green" with 2 targets and the settings:
      | stickiness.enabled                | <others>  |
      | stickiness.type                   | <another> |
      | stickiness.app_cookie.cookie_name | basket    |
    And each target of "blue" sets the cookie "session=1"
    And the listener forwards to "blue"
    And a rule with priority 10 that forwards the path "/green" to "green"
    When a client requests "/"
    And a returning client requests "/green" 2 times
    And a returning client requests "/" 2 times
    Then target "<first-target>" receives 3 requests

    Examples:
      | kind                | type       | others | another    |
      | a duration          | lb_cookie  | true   | app_cookie |
      | an application      | app_cookie | true   | lb_cookie  |
      | a duration alone    | lb_cookie  | false  | lb_cookie  |
      | an application alone | app_cookie | false | app_cookie |

  @core @req:TG-STICK-009
  Scenario: the cookie has the same name for all target groups
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled | true |
    And a target group "green" with 2 targets and the settings:
      | stickiness.enabled | true |
    And the listener forwards to "blue"
    And a rule with priority 10 that forwards the path "/green" to "green"
    When a client requests "/"
    Then the response sets the cookie "AWSALB"
    When a returning client requests "/green"
    Then the response sets the cookie "AWSALB"

  @core @req:TG-STICK-013
  Scenario: target group stickiness and sticky sessions together keep a client with its target
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled | true |
    And a target group "green" with 2 targets
    And the listener forwards with the weight 1 to "blue" and 1 to "green" and keeps clients there for 100 s
    When a client requests "/"
    Then the response sets the cookie "AWSALBTG"
    And the response sets the cookie "AWSALB"
    And the response sets the cookie "AWSALBCORS"
    When a returning client requests "/" 5 times
    Then target "<first-target>" receives 6 requests

  @core @req:TG-STICK-008
  Scenario Outline: while <first> is "<value>" nobody sets <second> to "<other value>"
    Given a target group "blue" with 0 targets
    And the target group attribute "<first>" of "blue" is set to "<value>"
    When a user sets the target group attribute "<second>" of "blue" to "<other value>"
    Then the call is refused
    And the target group attribute "<second>" of "blue" is "<as before>"

    Examples:
      | first                             | value | second                            | other value | as before                       |
      | load_balancing.cross_zone.enabled | false | stickiness.enabled                | true        | false                           |
      | stickiness.enabled                | true  | load_balancing.cross_zone.enabled | false       | use_load_balancer_configuration |

  @extended @req:TG-STICK-003
  Scenario: sticky sessions are enabled
    Given a load balancer
    And a target group "blue" with 2 targets
    And the listener forwards to "blue"
    When a client requests "/"
    Then the response sets no cookie "AWSALB"
    When a user sets the target group attribute "stickiness.enabled" of "blue" to "true"
    And a returning client requests "/"
    Then the response sets the cookie "AWSALB"

  @extended @req:TG-STICK-003
  Scenario: sticky sessions are disabled
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled | true |
    And the listener forwards to "blue"
    When a client requests "/"
    And a returning client requests "/" 2 times
    And a user sets the target group attribute "stickiness.enabled" of "blue" to "false"
    And a returning client requests "/" 2 times
    Then target "<first-target>" receives 4 requests
    And target "<other-target>" receives 1 request
    And the response sets no cookie "AWSALB"

  @extended @req:TG-STICK-003
  Scenario: the type of sticky sessions changes
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled                | true    |
      | stickiness.app_cookie.cookie_name | session |
    And each target of "blue" sets the cookie "session=1"
    And the listener forwards to "blue"
    When a client requests "/"
    And a user sets the target group attribute "stickiness.type" of "blue" to "app_cookie"
    And a returning client requests "/"
    Then the response sets the cookie "AWSALBAPP-0"
    And the response sets no cookie "AWSALB"

  @core @req:TG-STICK-012
  Scenario: application-based stickiness has no effect where target groups are weighted
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled                | true       |
      | stickiness.type                   | app_cookie |
      | stickiness.app_cookie.cookie_name | session    |
    And a target group "green" with 1 target
    And each target of "blue" sets the cookie "session=1"
    And the listener forwards with the weight 1 to "blue" and 1 to "green" and keeps clients there for 100 s
    When a client requests "/"
    And a returning client requests "/" 3 times
    Then each target of "blue" receives 2 requests
    And the response sets no cookie "AWSALBAPP-0"
