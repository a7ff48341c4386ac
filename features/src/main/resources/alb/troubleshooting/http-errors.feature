@guide:troubleshooting/http-errors @feature:errors @core
Feature: HTTP errors: who generates them
  What the load balancer generates itself is in the access log without a target's status. What targets generate is passed on.

  Background:
    Given a load balancer

  @req:ERR-LOG-001 @feature:access-log @needs:access-log @time:virtual
  Scenario Outline: the load balancer's <status> is in the access log
    Given access logs are enabled
    When a client sends:
      """
      <request line>
      Host: example.com
      <header>

      """
    Then the response has the status <status>
    And the access log entry has:
      | elb_status_code    | <status> |
      | target_status_code | -        |
      | target:port        | -        |

    Examples:
      | status | request line     | header                          |
      | 400    | G(T / HTTP/1.1   | Accept: */*                     |
      | 405    | TRACE / HTTP/1.1 | Accept: */*                     |
      | 414    | GET /<17000 characters> HTTP/1.1 | Accept: */*     |
      | 463    | GET / HTTP/1.1   | X-Forwarded-For: <31 addresses> |
      | 501    | POST / HTTP/1.1  | Transfer-Encoding: gzip         |
      | 505    | GET / HTTP/2.0   | Accept: */*                     |

  @req:ERR-TGT-001
  Scenario Outline: a target's <status> reaches the client
    Given a target group "blue" with 1 target
    And the listener forwards to "blue"
    And target "blue-1" answers with:
      """
      HTTP/1.1 <status> Whatever
      X-Reason: its own
      Content-Length: 4

      mine\
      """
    When a client requests "/"
    And the client requests "/again"
    Then response 1 has the status <status>
    And response 1 has the header "X-Reason" with the value "its own"
    And response 1 has the body "mine"
    And response 2 has the status <status>

    Examples:
      | status |
      | 200    |
      | 299    |
      | 400    |
      | 404    |
      | 429    |
      | 500    |
      | 502    |
      | 503    |
      | 504    |
      | 599    |
