@guide:troubleshooting/oversized-request-heads @feature:errors @core
Feature: HTTP 400, 413 and 414: requests whose heads are too large
  A request line and a single header may have 16 K, all headers together 64 K.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:ERR-414-001 @req:QUO-HDR-001
  Scenario Outline: a <part> of <size> is too large
    When a client requests "/<path>"
    Then the response has the status 414
    And the connection to the client is closed
    And target "blue-1" receives nothing

    Examples:
      | part         | size | path                 |
      | URL          | 17 K | <17000 characters>   |
      | query string | 17 K | ?q=<17000 characters> |

  @req:QUO-HDR-001
  Scenario: a request line of just under 16 K is accepted
    When a client requests "/<15980 characters>"
    Then the response comes from "blue"
    And target "blue-1" receives the request line "GET /<15980 characters> HTTP/1.1"

  @req:ERR-400-003 @req:ERR-413-001 @req:QUO-HDR-002
  Scenario: a single header of 17 K is too large
    When a client requests "/" with the headers:
      | X-Large | <17000 characters> |
    Then the response has the status 400 or 413
    And the connection to the client is closed
    And target "blue-1" receives nothing

  @req:QUO-HDR-002
  Scenario: a single header of just under 16 K is accepted
    When a client requests "/" with the headers:
      | X-Large | <15980 characters> |
    Then the response comes from "blue"
    And target "blue-1" receives the header "X-Large" with the value "<15980 characters>"

  @req:ERR-400-003 @req:ERR-413-001 @req:QUO-HDR-004
  Scenario: headers of 68 K in all are too large
    When a client requests "/" with the headers:
      | X-First  | <13600 characters> |
      | X-Second | <13600 characters> |
      | X-Third  | <13600 characters> |
      | X-Fourth | <13600 characters> |
      | X-Fifth  | <13600 characters> |
    Then the response has the status 400 or 413
    And the connection to the client is closed
    And target "blue-1" receives nothing

  @req:QUO-HDR-004
  Scenario: headers of 62 K in all are accepted
    When a client requests "/" with the headers:
      | X-First  | <12400 characters> |
      | X-Second | <12400 characters> |
      | X-Third  | <12400 characters> |
      | X-Fourth | <12400 characters> |
      | X-Fifth  | <12400 characters> |
    Then the response comes from "blue"
    And target "blue-1" receives the header "X-Fifth" with the value "<12400 characters>"

  @req:ERR-400-003 @req:QUO-HDR-004
  Scenario: a head without an end is refused before it ends
    When a client sends:
      """
      GET / HTTP/1.1
      Host: example.com
      X-First: <15000 characters>
      X-Second: <15000 characters>
      X-Third: <15000 characters>
      X-Fourth: <15000 characters>
      X-Fifth: <15000 characters>
      """
    Then the response has the status 400 or 413
    And the connection to the client is closed
