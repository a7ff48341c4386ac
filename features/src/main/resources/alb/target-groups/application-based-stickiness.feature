@guide:target-groups/application-based-stickiness @feature:sticky-app
Feature: Application-based stickiness
  A session begins when a target sets the cookie that the target group names, and lasts as long as clients send that and the load balancer's.

  Background:
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled                     | true       |
      | stickiness.type                        | app_cookie |
      | stickiness.app_cookie.cookie_name      | session    |
      | stickiness.app_cookie.duration_seconds | 100        |
    And the listener forwards to "blue"

  @core @req:TG-APPC-001
  Scenario: as long as the target does not set its cookie there is no session
    Given each target of "blue" sets the cookie "Session=1"
    When a client requests "/"
    Then the response sets no cookie "AWSALBAPP-0"
    When a returning client requests "/" 3 times
    Then each target of "blue" receives 2 requests

  @core @req:TG-APPC-002 @req:TG-APPC-007
  Scenario: with both cookies a client comes back to the target that set them
    Given each target of "blue" sets the cookie "session=1"
    When a client requests "/"
    Then the response sets the cookie "AWSALBAPP-0"
    And the response sets no cookie "AWSALB"
    When a returning client requests "/" 4 times
    Then target "<first-target>" receives 5 requests

  @core @req:TG-APPC-007
  Scenario Outline: <which> alone is not enough
    Given each target of "blue" sets the cookie "session=1"
    When a client requests "/"
    And a client requests "/" with the headers:
      | Cookie | <cookie> |
    Then the response comes from "<other-target>"

    Examples:
      | which                           | cookie                   |
      | the cookie of the load balancer | AWSALBAPP-0=<app-cookie> |
      | the cookie of the application   | session=1                |

  @core @req:TG-APPC-009
  Scenario: the target gets both cookies as the client sent them
    Given each target of "blue" sets the cookie "session=a%20b"
    When a client requests "/"
    And a client requests "/" with the headers:
      | Cookie | x=1;session="a  b=c" ; AWSALBAPP-0=<app-cookie> |
    Then target "<first-target>" receives 2 requests
    And target "<first-target>" receives the header "Cookie" with the value "~ x=1;session=\x22a  b=c\x22 ; AWSALBAPP-0=[^;]+"

  @core @time:virtual @req:TG-APPC-008
  Scenario Outline: the session after <n> s
    Given each target of "blue" sets the cookie "session=1"
    When a client requests "/"
    And <n> s pass
    And a returning client requests "/"
    Then the response comes from "<answered by>"

    Examples:
      | n   | answered by    |
      | 90  | <first-target> |
      | 110 | <other-target> |

  @core @time:virtual @req:TG-APPC-010 @req:TG-STICK-005
  Scenario: a response within the session begins its duration anew
    Given each target of "blue" sets the cookie "session=1"
    When a client requests "/"
    And target "<first-target>" answers as usual
    And 60 s pass
    And a returning client requests "/"
    Then the response sets the cookie "AWSALBAPP-0" to expire after 604800 s
    When 60 s pass
    And a returning client requests "/"
    Then target "<first-target>" receives 3 requests

  @core @time:settable @req:TG-APPC-011
  Scenario: the target of a session becomes unhealthy, and healthy again
    Given each target of "blue" sets the cookie "session=1"
    When a client requests "/"
    And target "<first-target>" answers health checks with status 500
    And target "<first-target>" becomes "unhealthy"
    And a returning client requests "/"
    Then the response comes from "<other-target>"
    When target "<first-target>" answers health checks with status 200
    And target "<first-target>" becomes "healthy"
    And a returning client requests "/" 2 times
    Then target "<other-target>" receives 3 requests

  @core @req:TG-APPC-011
  Scenario: the target of a session is deregistered
    Given each target of "blue" sets the cookie "session=1"
    When a client requests "/"
    And target "<first-target>" is deregistered from "blue"
    And a returning client requests "/" 2 times
    Then target "<other-target>" receives 2 requests
    And the response sets the cookie "AWSALBAPP-0"

  @extended @req:TG-APPC-015
  Scenario: a target ends a session by an expiry in the past
    Given each target of "blue" sets the cookie "session=1"
    When a client requests "/"
    And each target of "blue" sets the cookie "session=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT"
    And a returning client requests "/"
    Then the response comes from "<first-target>"
    When a returning client requests "/"
    Then the response comes from "<other-target>"

  @extended @time:virtual @req:TG-APPC-016
  Scenario: with a duration of one second sessions begin anew
    Given the target group attribute "stickiness.app_cookie.duration_seconds" of "blue" is set to "1"
    And each target of "blue" sets the cookie "session=1"
    When a client requests "/"
    And 5 s pass
    And a returning client requests "/"
    Then the response comes from "<other-target>"
    And the response sets the cookie "AWSALBAPP-0"
