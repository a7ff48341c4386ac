@guide:listeners/x-forwarded-port @feature:xff @core
Feature: X-Forwarded-Port
  The header tells targets which port the client connected to.

  @req:XFF-PORT-001
  Scenario Outline: a listener on port <port> says so
    Given a load balancer with a listener on port <port>
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/index.html"
    Then target "blue-1" receives the header "X-Forwarded-Port" with the value "<port>"

    Examples:
      | port |
      | 80   |
      | 8080 |

  @req:XFF-PORT-002
  Scenario: what the client claims does not count
    Given a load balancer with a listener on port 8080
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/index.html" from "example.com:1234" with the headers:
      | X-Forwarded-Port | 443 |
    Then target "blue-1" receives the header "X-Forwarded-Port" with the value "8080"
