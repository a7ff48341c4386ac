@guide:listeners/x-forwarded-proto @feature:xff @core
Feature: X-Forwarded-Proto
  The header tells targets which protocol the client used.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:XFF-PROTO-001
  Scenario: an HTTP listener says http
    When a client requests "/index.html"
    Then target "blue-1" receives the header "X-Forwarded-Proto" with the value "http"

  @req:XFF-PROTO-002
  Scenario: what the client claims does not count
    When a client requests "/index.html" with the headers:
      | X-Forwarded-Proto | https |
    Then target "blue-1" receives the header "X-Forwarded-Proto" with the value "http"
