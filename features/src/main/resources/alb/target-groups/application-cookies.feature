@guide:target-groups/application-cookies @feature:sticky-app
Feature: Application-based stickiness: the cookies
  The response has the application's cookie as the target set it, and one of the load balancer's own with attributes of its own.

  Background:
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | stickiness.enabled                | true       |
      | stickiness.type                   | app_cookie |
      | stickiness.app_cookie.cookie_name | session    |
    And the listener forwards to "blue"

  @core @req:TG-APPC-004 @req:TG-APPC-005 @req:TG-APPC-006 @req:TG-STICK-016
  Scenario: each cookie has its own attributes
    Given each target of "blue" sets the cookie "session=a=b%3D; Path=/shop; HttpOnly; Max-Age=5; SameSite=Lax"
    When a client requests "/"
    Then the response has in this order the header lines:
      """
      Set-Cookie: session=a=b%3D; Path=/shop; HttpOnly; Max-Age=5; SameSite=Lax
      """
    And the response sets the cookie "AWSALBAPP-0" with the attribute "Path=/"
    And the response sets the cookie "AWSALBAPP-0" to expire after 604800 s
    And the response sets the cookie "AWSALBAPP-0" without the attribute "HttpOnly"
    And the response sets the cookie "AWSALBAPP-0" without the attribute "Max-Age"

  @core @req:TG-APPC-003
  Scenario Outline: a cookie with <what> begins a session
    Given each target of "blue" sets the cookie "session=<cookie>"
    When a client requests "/"
    Then the response sets the cookie "session"
    And the response sets the cookie "AWSALBAPP-0"

    Examples:
      | what                  | cookie                                   |
      | no value              |                                          |
      | an expiry in the past | 1; Expires=Thu, 01 Jan 1970 00:00:00 GMT |
      | any value             | a b=c,d                                  |

  @core @req:TG-APPC-012
  Scenario Outline: SameSite=None; Secure for <user agent>
    Given each target of "blue" sets the cookie "session=1"
    When a client requests "/" with the headers:
      | Origin     | https://www.example.org   |
      | User-Agent | Mozilla/5.0 <user agent>  |
    Then the response sets the cookie "AWSALBAPP-0" with the attribute "SameSite=None"
    And the response sets the cookie "AWSALBAPP-0" with the attribute "Secure"

    Examples:
      | user agent                  |
      | Chrome/80.0.3987.87         |
      | Chrome/126.0.0.0 Edg/126.0  |
      | Chromium/100.0              |

  @core @req:TG-APPC-012
  Scenario Outline: no SameSite and no Secure for <user agent>
    Given each target of "blue" sets the cookie "session=1"
    When a client requests "/" with the headers:
      | Origin     | https://www.example.org  |
      | User-Agent | Mozilla/5.0 <user agent> |
    Then the response sets the cookie "AWSALBAPP-0" without the attribute "SameSite"
    And the response sets the cookie "AWSALBAPP-0" without the attribute "Secure"

    Examples:
      | user agent          |
      | Chrome/79.0.3945.130 |
      | Firefox/128.0       |
      | CriOS/126.0         |

  @core @req:TG-APPC-014 @req:TG-STICK-010
  Scenario Outline: two target groups with the cookies "session" and "<name>" have one cookie of the load balancer
    Given a target group "green" with 2 targets and the settings:
      | stickiness.enabled                | true       |
      | stickiness.type                   | app_cookie |
      | stickiness.app_cookie.cookie_name | <name>     |
    And each target of "blue" sets the cookie "session=1"
    And each target of "green" sets the cookie "<name>=1"
    And a rule with priority 10 that forwards the path "/green" to "green"
    When a client requests "/"
    And a returning client requests "/green" 3 times
    And a returning client requests "/" 3 times
    Then target "<first-target>" receives 4 requests

    Examples:
      | name    |
      | basket  |
      | session |
