@guide:troubleshooting/http-502 @feature:errors @core
Feature: HTTP 502: Bad gateway
  The target cannot be connected to, goes away in mid-request, or answers what is no HTTP response.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:ERR-502-001
  Scenario: the target refuses the connection
    Given target "blue-1" becomes "healthy"
    When target "blue-1" refuses connections
    And a client requests "/"
    Then the response has the status 502

  @req:ERR-502-002
  Scenario Outline: the target <ends> the connection instead of answering
    Given target "blue-1" <ends> the connection instead of answering
    When a client requests "/"
    Then the response has the status 502

    Examples:
      | ends   |
      | closes |
      | resets |

  @req:ERR-502-002
  Scenario: the target goes away while a request is outstanding
    Given target "blue-1" holds its answers
    When a client requests "/" in the background
    And target "blue-1" has received 1 request
    And target "blue-1" refuses connections
    Then the response has the status 502

  @req:ERR-502-002
  Scenario: the target closes in the middle of its response head
    Given target "blue-1" answers with the following and closes the connection:
      """
      HTTP/1.1 200 OK
      Content-Len\
      """
    When a client requests "/"
    Then the response has the status 502

  @req:ERR-502-003
  Scenario Outline: the response is malformed: <what>
    Given target "blue-1" answers with the following and closes the connection:
      """
      <status line>
      <header>

      """
    When a client requests "/"
    Then the response has the status 502

    Examples:
      | what                          | status line     | header               |
      | it is no HTTP                 | hello           | X-Ok: 1              |
      | the status is no number       | HTTP/1.1 OK 200 | X-Ok: 1              |
      | the status has two digits     | HTTP/1.1 20 OK  | X-Ok: 1              |
      | a header has no colon         | HTTP/1.1 200 OK | X-Bad                |
      | a header has a null character | HTTP/1.1 200 OK | X-Bad: a\\x00b       |
      | the length is no number       | HTTP/1.1 200 OK | Content-Length: ten  |
      | two lengths contradict        | HTTP/1.1 200 OK | Content-Length: 1, 2 |
      | a header has a space          | HTTP/1.1 200 OK | X Bad: 1             |
      | a header has no name          | HTTP/1.1 200 OK | : 1                  |

  @req:ERR-502-004 @req:QUO-HDR-003
  Scenario Outline: the headers of the response have <size> characters and 16000 more
    Given target "blue-1" answers with:
      """
      HTTP/1.1 200 OK
      X-First: <16000 characters>
      X-Second: <<size> characters>
      Content-Length: 0

      """
    When a client requests "/"
    Then the response has the status <status>

    Examples:
      | size  | status |
      | 10000 | 200    |
      | 15000 | 200    |
      | 18000 | 502    |
