@guide:target-groups/anomaly-mitigation @feature:anomaly-mitigation @needs:anomaly-detection @statistical @time:settable
Feature: Anomaly mitigation
  With weighted random, anomalous targets get fewer requests while they are. The bounds are those of chance: a balancer
  that does it right exceeds them, and one that does not keeps to them, less often than once in a million times.

  Background:
    Given a load balancer
    And a target group "blue" with 4 targets and the settings:
      | load_balancing.algorithm.type               | weighted_random |
      | load_balancing.algorithm.anomaly_mitigation | on              |
    And the listener forwards to "blue"

  @core @req:TG-ATW-020 @req:TG-ATW-021 @req:TG-ATW-022 @req:TG-ATW-025
  Scenario: an anomalous target gets fewer requests
    Given target "blue-1" answers with status 500
    When a client connects to port 80
    And the client requests "/" 400 times
    And the anomaly detection result of target "blue-1" becomes "anomalous"
    And 20 s pass
    Then mitigation is in effect for target "blue-1"
    And mitigation is not in effect for target "blue-2"
    When the client requests "/" 800 times
    Then target "blue-1" receives between 70 and 220 requests

  @core @req:TG-ATW-020 @req:TG-ATW-025
  Scenario: as long as no target is anomalous all get their share
    When a client connects to port 80
    And the client requests "/" 400 times
    And 11 s pass
    And the client requests "/" 400 times
    Then each target of "blue" receives between 135 and 265 requests
    And mitigation is not in effect for target "blue-1"

  @core @req:TG-ATW-024 @req:TG-ATW-025 @req:TG-ATW-027
  Scenario: a target that is normal again comes back to its share little by little
    Given target "blue-1" answers with status 500
    When a client connects to port 80
    And the client requests "/" 400 times
    And the anomaly detection result of target "blue-1" becomes "anomalous"
    And 20 s pass
    And target "blue-1" answers with status 200
    And the client requests "/" 1600 times
    And the anomaly detection result of target "blue-1" becomes "normal"
    Then mitigation is in effect for target "blue-1"
    And mitigation ends for target "blue-1"

  @core @req:TG-ATW-023 @req:TG-ATW-025 @req:TG-ATW-026
  Scenario: mitigation can be turned on when a target is anomalous already, and off again
    Given the target group attribute "load_balancing.algorithm.anomaly_mitigation" of "blue" is set to "off"
    And target "blue-1" answers with status 500
    When a client requests "/" 400 times
    And the anomaly detection result of target "blue-1" becomes "anomalous"
    Then mitigation is not in effect for target "blue-1"
    When a user sets the target group attribute "load_balancing.algorithm.anomaly_mitigation" of "blue" to "on"
    And 6 s pass
    Then mitigation is in effect for target "blue-1"
    When a user sets the target group attribute "load_balancing.algorithm.anomaly_mitigation" of "blue" to "off"
    Then mitigation is not in effect for target "blue-1"

  @core @req:TG-ATW-020
  Scenario: with round robin an anomalous target keeps its share
    Given a target group "green" with 4 targets
    And the listener forwards to "green"
    And target "green-1" answers with status 500
    When a client connects to port 80
    And the client requests "/" 400 times
    And the anomaly detection result of target "green-1" becomes "anomalous"
    And 20 s pass
    And the client requests "/" 80 times
    Then each target of "green" receives 120 requests
    And mitigation is not in effect for target "green-1"
