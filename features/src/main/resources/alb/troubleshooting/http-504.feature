@guide:troubleshooting/http-504 @feature:errors @time:settable
Feature: HTTP 504: Gateway timeout
  The target does not respond within the idle timeout.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @core @req:ERR-504-001
  Scenario: the target stays silent
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    And target "blue-1" does not answer
    When a client requests "/" in the background
    And target "blue-1" has received 1 request
    And 4 s pass
    Then no response has come yet
    When 3 s pass
    Then the response has the status 504

  @core @req:ERR-504-001
  Scenario: an answer just in time is passed on
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    And target "blue-1" holds its answers
    When a client requests "/" in the background
    And target "blue-1" has received 1 request
    And 4 s pass
    And target "blue-1" releases its answers
    Then the response comes from "blue"

  @extended @req:ERR-504-002
  Scenario: the body is shorter than its length says
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    And target "blue-1" answers with:
      """
      HTTP/1.1 200 OK
      Content-Length: 100

      too short\
      """
    When a client requests "/" in the background
    And target "blue-1" has received 1 request
    And 7 s pass
    Then the response has the status 504

  @extended @req:ERR-504-003 @needs:faults @time:virtual
  Scenario: the target cannot be connected to
    Given target "blue-1" becomes "healthy"
    And target "blue-1" cannot be reached
    When a client requests "/" in the background
    And 8 s pass
    Then no response has come yet
    When 3 s pass
    Then the response has the status 504
