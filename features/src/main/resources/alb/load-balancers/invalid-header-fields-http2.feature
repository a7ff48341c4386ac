@guide:load-balancers/invalid-header-fields-http2 @feature:invalid-headers @core @needs:h2 @needs:certificates
Feature: Load balancer attributes: header fields over HTTP/2 that are not valid
  What HTTP/2 allows in a header name is more than letters, digits and hyphens.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:LB-HDR-001
  Scenario Outline: unless it is told otherwise, the load balancer routes the header <name>
    When an HTTP/2 client requests "/" with the headers:
      | <name> | kept |
    Then the response comes from "blue"
    And target "blue-1" receives the header "<name>" with the value "kept"

    Examples:
      | name   |
      | x_user |
      | x.user |
      | x~user |

  @req:LB-HDR-002 @req:LB-HDR-003
  Scenario Outline: told to drop them, the load balancer removes the header <name>
    Given the load balancer attribute "routing.http.drop_invalid_header_fields.enabled" is set to "true"
    When an HTTP/2 client requests "/" with the headers:
      | x-before | 1    |
      | <name>   | gone |
      | x-7      | 2    |
    Then the response comes from "blue"
    And target "blue-1" receives no header "<name>"
    And target "blue-1" receives the header "x-before" with the value "1"
    And target "blue-1" receives the header "x-7" with the value "2"

    Examples:
      | name   |
      | x_user |
      | x.user |
      | x~user |
      | _      |
