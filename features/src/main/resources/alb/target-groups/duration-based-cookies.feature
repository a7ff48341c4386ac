@guide:target-groups/duration-based-cookies @feature:sticky-duration
Feature: Duration-based stickiness: the cookies
  AWSALB and AWSALBCORS are kept for 7 days; the duration of the stickiness says how long they count.

  Background:
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled                     | true |
      | stickiness.lb_cookie.duration_seconds  | 100  |
    And the listener forwards to "blue"

  @core @req:TG-LBC-007
  Scenario: both cookies are always set, and say the same
    When a client requests "/"
    Then the response sets the cookies "AWSALB" and "AWSALBCORS" to the same value
    And the response sets the cookie "AWSALB" with the attribute "Path=/"
    And the response sets the cookie "AWSALB" without the attribute "SameSite"
    And the response sets the cookie "AWSALBCORS" with the attribute "Path=/"
    And the response sets the cookie "AWSALBCORS" with the attribute "SameSite=None"
    And the response sets the cookie "AWSALBCORS" with the attribute "Secure"

  @core @req:TG-LBC-003 @req:TG-STICK-016 @req:TG-STICK-005
  Scenario: each response tells the lifetime by Expires
    When a client requests "/"
    Then the response sets the cookie "AWSALB" to expire after 604800 s
    And the response sets the cookie "AWSALB" without the attribute "Max-Age"
    When a returning client requests "/"
    Then the response sets the cookie "AWSALB" to expire after 604800 s
    And the response sets the cookie "AWSALBCORS" to expire after 604800 s
    And the response sets the cookie "AWSALBCORS" without the attribute "Max-Age"

  @core @time:virtual @req:TG-LBC-009 @req:TG-STICK-006
  Scenario Outline: the session after <n> s
    When a client requests "/"
    And <n> s pass
    And a returning client requests "/"
    Then the response comes from "<answered by>"

    Examples:
      | n   | answered by    |
      | 90  | <first-target> |
      | 110 | <other-target> |

  @core @time:virtual @req:TG-STICK-005
  Scenario: each request begins the duration anew
    When a client requests "/"
    And 60 s pass
    And a returning client requests "/"
    And 60 s pass
    And a returning client requests "/"
    Then target "<first-target>" receives 3 requests

  @core @time:settable @req:TG-LBC-006
  Scenario: the target of a session becomes unhealthy
    When a client requests "/"
    And target "<first-target>" answers health checks with status 500
    And target "<first-target>" becomes "unhealthy"
    And a returning client requests "/"
    Then the response comes from "<other-target>"
    When target "<first-target>" answers health checks with status 200
    And target "<first-target>" becomes "healthy"
    And a returning client requests "/" 2 times
    Then target "<other-target>" receives 3 requests

  @core @time:settable @req:TG-LBC-006
  Scenario: while no target is healthy sessions stay
    When a client requests "/"
    And each target of "blue" answers health checks with status 500
    And target "<first-target>" becomes "unhealthy"
    And target "<other-target>" becomes "unhealthy"
    And a returning client requests "/" 3 times
    Then target "<first-target>" receives 4 requests
