@guide:troubleshooting/http-463 @feature:errors @feature:xff
Feature: HTTP 463
  X-Forwarded-For may have 30 addresses.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @core @req:ERR-463-001
  Scenario Outline: more than 30 addresses in <mode> mode
    Given the load balancer attribute "routing.http.xff_header_processing.mode" is set to "<mode>"
    When a client requests "/" with the headers:
      | X-Forwarded-For | <31 addresses> |
    Then the response has the status 463
    And target "blue-1" receives nothing

    Examples:
      | mode     |
      | append   |
      | preserve |
      | remove   |

  @core @req:ERR-463-001
  Scenario: 30 addresses
    When a client requests "/" with the headers:
      | X-Forwarded-For | <30 addresses> |
    Then the response comes from "blue"
    And target "blue-1" receives the header "X-Forwarded-For" with the value "<30 addresses>, <client-ip>"

  @extended @req:ERR-463-002
  Scenario Outline: <first> and <second> addresses in two headers
    When a client requests "/" with the headers:
      | X-Forwarded-For | <<first> addresses>  |
      | X-Forwarded-For | <<second> addresses> |
    Then the response has the status <status>

    Examples:
      | first | second | status |
      | 15    | 15     | 200    |
      | 15    | 16     | 463    |
