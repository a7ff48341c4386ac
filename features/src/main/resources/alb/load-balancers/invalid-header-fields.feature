@guide:load-balancers/invalid-header-fields @feature:invalid-headers
Feature: Load balancer attributes: header fields that are not valid
  A valid header name consists of letters, digits and hyphens. Other headers are routed, or removed if the attribute
  routing.http.drop_invalid_header_fields.enabled says so.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @core @req:LB-HDR-001
  Scenario Outline: unless it is told otherwise, the load balancer routes the header <name>
    When a client requests "/" with the headers:
      | <name> | kept |
    Then the response comes from "blue"
    And target "blue-1" receives the header "<name>" with the value "kept"

    Examples:
      | name   |
      | X_User |
      | X.User |
      | X~User |
      | X-User |

  @core @req:LB-HDR-002
  Scenario Outline: told to drop them, the load balancer removes the header <name>
    Given the load balancer attribute "routing.http.drop_invalid_header_fields.enabled" is set to "true"
    When a client requests "/" with the headers:
      | X-Before | 1    |
      | <name>   | gone |
      | X-After  | 2    |
    Then the response comes from "blue"
    And target "blue-1" receives no header "<name>"
    And target "blue-1" receives the header "X-Before" with the value "1"
    And target "blue-1" receives the header "X-After" with the value "2"

    Examples:
      | name   |
      | X_User |
      | X.User |
      | X~User |
      | _      |

  @core @req:LB-HDR-003
  Scenario Outline: told to drop invalid ones, the load balancer routes the valid header <name>
    Given the load balancer attribute "routing.http.drop_invalid_header_fields.enabled" is set to "true"
    When a client requests "/" with the headers:
      | <name> | kept |
    Then the response comes from "blue"
    And target "blue-1" receives the header "<name>" with the value "kept"

    Examples:
      | name      |
      | X-User-42 |
      | x         |
      | 7         |
      | -         |

  @extended @feature:desync @req:LB-HDR-006
  Scenario Outline: a header that is dropped still counts in <mode> mode
    Given the load balancer attribute "routing.http.drop_invalid_header_fields.enabled" is set to "true"
    And the load balancer attribute "routing.http.desync_mitigation_mode" is set to "<mode>"
    When a client requests "/" with the headers:
      | X User | gone |
    Then the response has the status <status>

    Examples:
      | mode      | status |
      | defensive | 200    |
      | strictest | 400    |

  @extended @feature:tls-headers @req:LB-TLSHDR-001
  Scenario: an HTTP listener has nothing to tell of TLS
    Given the load balancer attribute "routing.http.x_amzn_tls_version_and_cipher_suite.enabled" is set to "true"
    When a client requests "/"
    Then target "blue-1" receives no header "x-amzn-tls-version"
    And target "blue-1" receives no header "x-amzn-tls-cipher-suite"
