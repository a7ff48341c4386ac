@guide:troubleshooting/target-not-in-service @feature:health-check @core
Feature: A registered target is not in service
  Applications may have to be made to answer the load balancer's health check requests, which look like this.

  @req:HC-REQ-001 @req:HC-REQ-003 @req:HC-REQ-004 @time:settable
  Scenario: a health check names the target's address and port, and itself
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When target "blue-1" has received 1 more health check
    Then the health checks of target "blue-1" have the header "Host" with the value "<blue-1-ip>:<blue-1-port>"
    And the health checks of target "blue-1" have the header "User-Agent" with the value "ELB-HealthChecker/2.0"
    And the health checks of target "blue-1" have lines that end in CRLF and an empty line at the end

  @req:HC-REQ-002 @time:settable
  Scenario: a health check on port 80 names the target's address alone
    Given a load balancer
    And a target group "instances" with 0 targets
    And 1 instance with a web server
    And target "instance-1" is registered with "instances"
    And the listener forwards to "instances"
    When target "instance-1" has received 1 more health check
    Then the health checks of target "instance-1" have the header "Host" with the value "<instance-1-ip>"
