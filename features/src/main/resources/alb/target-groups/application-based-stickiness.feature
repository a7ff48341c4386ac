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
    Given target "blue-1" sets the cookie "Session=1"
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
    Then target "blue-1" receives 5 requests

  @core @req:TG-APPC-007
  Scenario Outline: <which> alone is not enough
    Given target "blue-1" sets the cookie "session=1"
    When a client requests "/"
    And a client requests "/" with the headers:
      | Cookie | <cookie> |
    Then the response comes from "blue-2"
    And the response sets no cookie "AWSALBAPP-0"

    Examples:
      | which                           | cookie                   |
      | the cookie of the load balancer | AWSALBAPP-0=<app-cookie> |
      | the cookie of the application   | session=1                |

  @core @req:TG-APPC-009
  Scenario: the target gets both cookies as the client sent them
    Given target "blue-1" sets the cookie "session=a%20b"
    When a client requests "/"
    And a client requests "/" with the headers:
      | Cookie | x=1;session="a  b=c" ; AWSALBAPP-0=<app-cookie> |
    Then target "blue-1" receives 2 requests
    And target "blue-1" receives the header "Cookie" with the value "~ x=1;session=\x22a  b=c\x22 ; AWSALBAPP-0=[^;]+"

  @core @time:virtual @req:TG-APPC-008
  Scenario Outline: the session after <n> s
    Given target "blue-1" sets the cookie "session=1"
    When a client requests "/"
    And <n> s pass
    And a returning client requests "/"
    Then the response comes from "<answered by>"

    Examples:
      | n   | answered by |
      | 90  | blue-1      |
      | 110 | blue-2      |

  @core @time:virtual @req:TG-APPC-010 @req:TG-STICK-005
  Scenario: a response within the session begins its duration anew
    Given target "blue-1" sets the cookie "session=1"
    When a client requests "/"
    And target "blue-1" answers as usual
    And 60 s pass
    And a returning client requests "/"
    Then the response sets the cookie "AWSALBAPP-0" to expire after 604800 s
    When 60 s pass
    And a returning client requests "/"
    Then target "blue-1" receives 3 requests

  @core @time:settable @req:TG-APPC-011
  Scenario: the target of a session becomes unhealthy, and healthy again
    Given target "blue-1" sets the cookie "session=1"
    When a client requests "/"
    And target "blue-1" answers health checks with status 500
    And target "blue-1" becomes "unhealthy"
    And a returning client requests "/"
    Then the response comes from "blue-2"
    When target "blue-1" answers health checks with status 200
    And target "blue-1" becomes "healthy"
    And a returning client requests "/" 2 times
    Then target "blue-2" receives 3 requests

  @core @req:TG-APPC-011
  Scenario: the target of a session is deregistered
    Given target "blue-1" sets the cookie "session=1"
    When a client requests "/"
    And target "blue-1" is deregistered from "blue"
    And a returning client requests "/" 2 times
    Then target "blue-2" receives 2 requests
    And the response sets the cookie "AWSALBAPP-0"

  @extended @req:TG-APPC-015
  Scenario: a target ends a session by an expiry in the past
    Given target "blue-1" sets the cookie "session=1"
    When a client requests "/"
    And target "blue-1" sets the cookie "session=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT"
    And a returning client requests "/"
    Then the response comes from "blue-1"
    When a returning client requests "/"
    Then the response comes from "blue-2"

  @extended @time:virtual @req:TG-APPC-016
  Scenario: with a duration of one second sessions begin anew
    Given the target group attribute "stickiness.app_cookie.duration_seconds" of "blue" is set to "1"
    And each target of "blue" sets the cookie "session=1"
    When a client requests "/"
    And 5 s pass
    And a returning client requests "/"
    Then the response comes from "blue-2"
    And the response sets the cookie "AWSALBAPP-0"
