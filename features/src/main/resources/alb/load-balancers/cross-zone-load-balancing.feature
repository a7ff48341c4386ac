@guide:load-balancers/cross-zone-load-balancing @feature:lb-attributes @core
Feature: Cross-zone load balancing
  It is on for every load balancer. It can be turned off for a target group.

  @req:LB-CROSS-001
  Scenario: it is on
    Given a load balancer
    Then the load balancer attribute "load_balancing.cross_zone.enabled" is "true"

  @req:LB-CROSS-002
  Scenario: it cannot be turned off for a load balancer
    Given a load balancer
    When a user sets the load balancer attribute "load_balancing.cross_zone.enabled" to "false"
    Then the call is refused with "InvalidConfigurationRequest"
    And the load balancer attribute "load_balancing.cross_zone.enabled" is "true"

  @req:LB-CROSS-003
  Scenario: it can be turned off for a target group
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a user sets the target group attribute "load_balancing.cross_zone.enabled" of "blue" to "false"
    Then the call succeeds
    And the load balancer attribute "load_balancing.cross_zone.enabled" is "true"
