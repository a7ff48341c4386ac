@guide:listeners/target-group-cookies @feature:forward-sticky
Feature: The cookies of target group stickiness
  AWSALBTG and its twin AWSALBTGCORS are encrypted, and count for the duration of the stickiness.

  @core @req:LS-FWD-007 @req:LS-FWD-010
  Scenario: both cookies are set
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards with the weight 1 to "blue" and 1 to "green" and keeps clients there for 100 s
    When a client requests "/"
    Then the response sets the cookie "AWSALBTG" with the attribute "Path=/"
    And the response sets the cookie "AWSALBTG" without the attribute "SameSite"
    And the response sets the cookie "AWSALBTGCORS" with the attribute "SameSite=None"
    And the response sets the cookie "AWSALBTGCORS" with the attribute "Secure"
    And the response sets the cookie "AWSALBTGCORS" with the attribute "Path=/"

  @extended @req:LS-FWD-006
  Scenario: without stickiness there is no cookie
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards with the weight 1 to "blue" and 1 to "green"
    When a client requests "/"
    Then the response sets no cookie "AWSALBTG"
    And the response sets no cookie "AWSALBTGCORS"

  @extended @req:LS-FWD-008
  Scenario Outline: <what> does not count
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards with the weight 1 to "blue" and 1 to "green" and keeps clients there for 100 s
    When a client requests "/"
    And a client requests "/" 4 times with the headers:
      | Cookie | AWSALBTG=<value> |
    Then target "blue-1" receives 3 requests
    And target "green-1" receives 2 requests
    And the response sets the cookie "AWSALBTG"

    Examples:
      | what                         | value          |
      | the ARN of a target group    | <blue-arn>     |
      | a cookie with another end    | <tg-cookie>AAAA |
      | a cookie with another begin  | A<tg-cookie>   |
      | a value without an encoding  | hello          |
      | an empty value               |                |

  @extended @req:LS-FWD-009
  Scenario: a URL-encoded cookie fails
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards with the weight 1 to "blue" and 1 to "green" and keeps clients there for 100 s
    And access logs are enabled
    When a client requests "/"
    And a client requests "/" with the headers:
      | Cookie | AWSALBTG=<encoded-tg-cookie>%3D |
    Then the response has the status 400
    And access log entry 2 has:
      | error_reason       | AWSALBTGCookieInvalid |
      | target_status_code | -                     |

  @extended @req:LS-FWD-013 @req:LS-FWD-014
  Scenario: the lifetime is told by Expires
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards with the weight 1 to "blue" and 1 to "green" and keeps clients there for 100 s
    When a client requests "/"
    Then the response sets the cookies "AWSALBTG" and "AWSALBTGCORS" to the same value
    And the response sets the cookie "AWSALBTG" to expire after 100 s
    And the response sets the cookie "AWSALBTG" without the attribute "Max-Age"

  @extended @time:virtual @req:LS-FWD-014
  Scenario Outline: the cookie after <n> s
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards with the weight 1 to "blue" and 1 to "green" and keeps clients there for 100 s
    When a client requests "/"
    And <n> s pass
    And a client requests "/" with the headers:
      | Cookie | AWSALBTG=<tg-cookie> |
    Then the response comes from "<answered by>"

    Examples:
      | n   | answered by |
      | 95  | blue        |
      | 105 | green       |
