@guide:target-groups/https-targets-by-listener @feature:https-targets @core @needs:certificates
Feature: Security policies towards targets
  Nobody chooses the security policy of connections to targets. It follows from that of the listener.

  @req:LS-POLICY-009
  Scenario Outline: behind a listener with <policy>
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target and the settings:
      | Protocol            | HTTPS |
      | HealthCheckProtocol | HTTPS |
    And the listener forwards to "blue"
    And the listener has the security policy "<policy>"
    When a client requests "/"
    Then the response comes from "blue"
    And target "blue-1" receives its requests over "<version>" with the cipher "<cipher>"

    Examples:
      | policy                     | version | cipher                      |
      | 2016-08                    | TLSv1.2 | ECDHE-RSA-AES128-GCM-SHA256 |
      | FS-1-2-Res-2020-10         | TLSv1.2 | ECDHE-RSA-AES128-GCM-SHA256 |
      | TLS13-1-2-2021-06          | TLSv1.3 | TLS_AES_128_GCM_SHA256      |
      | TLS13-1-3-2021-06          | TLSv1.3 | TLS_AES_128_GCM_SHA256      |
      | TLS13-1-2-Res-FIPS-2023-04 | TLSv1.3 | TLS_AES_128_GCM_SHA256      |

  @req:LS-POLICY-009
  Scenario: behind a TLS 1.3 listener, targets with an old version are served, too
    Given a load balancer with an HTTPS listener
    And the listener has the security policy "TLS13-1-3-2021-06"
    And a target group "blue" with 1 target and the settings:
      | Protocol            | HTTPS |
      | HealthCheckProtocol | HTTPS |
    And target "blue-1" speaks TLS with:
      | versions | TLSv1       |
      | ciphers  | AES256-SHA  |
    And the listener forwards to "blue"
    When a client requests "/"
    Then target "blue-1" receives its requests over "TLSv1" with the cipher "AES256-SHA"

  @req:LS-POLICY-009
  Scenario: behind a listener without TLS 1.3, a target that has nothing else cannot be reached
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target and the settings:
      | Protocol            | HTTPS |
      | HealthCheckProtocol | HTTPS |
    And the listener forwards to "blue"
    And target "blue-1" answers health checks with status 200
    And target "blue-1" speaks TLS with:
      | versions | TLSv1.3 |
    When a client requests "/"
    Then the response has the status 502
