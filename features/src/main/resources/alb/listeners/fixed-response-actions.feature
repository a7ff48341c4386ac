@guide:listeners/fixed-response-actions @feature:fixed-response
Feature: Fixed-response actions
  A fixed-response action drops the request and returns a response of the user's own.

  @core @req:LS-FIXED-001
  Scenario Outline: the configured code <code> is returned
    Given a load balancer
    And a rule with priority 10 that answers the path "/gone" with:
      | StatusCode  | <code>     |
      | ContentType | text/plain |
      | MessageBody | moved on   |
    When a client requests "/gone"
    Then the response has the status <code>

    Examples:
      | code |
      | 200  |
      | 202  |
      | 404  |
      | 418  |
      | 499  |
      | 503  |
      | 599  |

  @core @req:LS-FIXED-002
  Scenario Outline: the code <code> is refused
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-arn> |
      | Priority                                  | 10             |
      | Conditions[1].Field                       | path-pattern   |
      | Conditions[1].PathPatternConfig.Values[1] | /gone          |
      | Actions[1].Type                           | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode | <code>         |
    Then the call is refused with "ValidationError"

    Examples:
      | code |
      | 100  |
      | 302  |
      | 600  |
      | 20   |
      | 2XX  |

  @core @req:LS-FIXED-003
  Scenario: no target sees the request
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    And a rule with priority 10 that answers the path "/gone" with:
      | StatusCode | 410 |
    When a client requests "/gone"
    Then the response has the status 410
    And target "blue-1" receives nothing

  @core @req:LS-FIXED-004 @req:LS-FIXED-005
  Scenario Outline: the message is returned as <type>
    Given a load balancer
    And the listener answers with:
      | StatusCode  | 200    |
      | ContentType | <type> |
      | MessageBody | <body> |
    When a client requests "/"
    Then the response has the header "Content-Type" with the value "~ <type>(;.*)?"
    And the response has the body "<body>"

    Examples:
      | type                   | body                 |
      | text/plain             | Hello world          |
      | text/css               | p { color: red }     |
      | text/html              | <p>Hello</p>         |
      | application/javascript | go();                |
      | application/json       | {'answer': [1, 2.5]} |

  @extended @req:LS-FIXED-005
  Scenario: another content type is refused
    Given a load balancer
    When a user calls "ModifyListener" with:
      | ListenerArn                                       | <listener-arn> |
      | DefaultActions[1].Type                            | fixed-response |
      | DefaultActions[1].FixedResponseConfig.StatusCode  | 200            |
      | DefaultActions[1].FixedResponseConfig.ContentType | image/png      |
    Then the call is refused

  @core @req:LS-ADDRULE-035
  Scenario: content type and message are optional
    Given a load balancer
    And the listener answers with:
      | StatusCode | 503 |
    When a client requests "/"
    And the client requests "/again"
    Then response 1 has the status 503
    And response 2 has the status 503
    And response 2 has no body

  @core @req:LS-FIXED-001 @req:LS-FIXED-004
  Scenario: a visitor reads the message
    Given a load balancer
    And the listener answers with:
      | StatusCode  | 503        |
      | ContentType | text/html  |
      | MessageBody | Back soon. |
    When a visitor opens "/"
    Then the visitor sees the status 503
    And the visitor reads "Back soon."
