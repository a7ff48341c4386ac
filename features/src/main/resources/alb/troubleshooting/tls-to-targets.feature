@guide:troubleshooting/tls-to-targets @feature:errors @core
Feature: HTTP 502 and 504: handshakes with targets
  A target that fails the handshake means 502. One that does not complete it in ten seconds means 504.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | Protocol           | HTTPS |
      | HealthCheckEnabled | true  |
    And the listener forwards to "blue"

  @req:ERR-502-009
  Scenario Outline: a target that <what>
    Given target "blue-1" answers health checks with status 200
    And target "blue-1" speaks TLS with:
      | versions | <versions> |
      | ciphers  | <ciphers>  |
    When a client requests "/"
    Then the response has the status 502

    Examples:
      | what                     | versions | ciphers                   |
      | has no version in common | TLSv1.3  | TLS_AES_128_GCM_SHA256    |
      | has no cipher in common  | TLSv1.2  | DHE-RSA-AES128-GCM-SHA256 |

  @req:ERR-502-009
  Scenario: a target that does not speak TLS
    Given target "blue-1" answers health checks with status 200
    And target "blue-1" speaks no TLS
    When a client requests "/"
    Then the response has the status 502

  @req:ERR-504-005 @time:virtual
  Scenario: a target that does not complete the handshake
    Given target "blue-1" answers health checks with status 200
    And target "blue-1" takes connections and says nothing on them
    When a client requests "/" in the background
    And 9 s pass
    Then no response has come yet
    When 2 s pass
    Then the response has the status 504
