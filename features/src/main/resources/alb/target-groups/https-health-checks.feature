@guide:target-groups/https-health-checks @feature:https-targets @core
Feature: Health check settings: the protocol HTTPS
  Health checks have a protocol of their own, whatever that of the target group.

  @req:HC-SET-020 @req:TG-ROUTE-005 @time:settable
  Scenario: health checks over TLS, requests without
    Given a load balancer
    And a target group "blue" with 0 targets and the settings:
      | HealthCheckProtocol | HTTPS |
    And the listener forwards to "blue"
    When target "blue-1" is registered with "blue"
    And target "blue-1" speaks no TLS
    Then target "blue-1" becomes "unhealthy" for the reason "Target.FailedHealthChecks"
    When target "blue-1" speaks TLS with:
      | valid until | 1 days ago |
    Then target "blue-1" becomes "healthy"
    And the health checks of target "blue-1" come over "TLSv1.2" with the cipher "ECDHE-RSA-AES128-GCM-SHA256"

  @req:HC-SET-020 @time:settable
  Scenario: requests over TLS, health checks without
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | Protocol            | HTTPS |
      | HealthCheckProtocol | HTTP  |
    And target "blue-1" speaks TLS at its traffic port only
    When a user calls "ModifyTargetGroup" with:
      | TargetGroupArn  | <blue-arn>          |
      | HealthCheckPort | <blue-1-other-port> |
    And the listener forwards to "blue"
    And a client requests "/"
    Then the response comes from "blue"
    And the health checks of target "blue-1" come without TLS
    And target "blue-1" receives its requests over "TLSv1.2" with the cipher "ECDHE-RSA-AES128-GCM-SHA256"

  @req:HC-SET-020 @time:settable
  Scenario: a target that does not complete the handshake fails its health checks
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | Protocol            | HTTPS |
      | HealthCheckProtocol | HTTPS |
    And the listener forwards to "blue"
    And target "blue-1" takes connections and says nothing on them
    Then target "blue-1" becomes "unhealthy" for the reason "Target.Timeout"
