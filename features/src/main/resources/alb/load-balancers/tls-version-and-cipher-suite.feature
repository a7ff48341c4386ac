@guide:load-balancers/tls-version-and-cipher-suite @feature:tls-headers @core @needs:certificates
Feature: The headers x-amzn-tls-version and x-amzn-tls-cipher-suite
  If they are enabled, targets learn what was agreed on with the client.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:LB-TLSHDR-002
  Scenario Outline: a request over <version>
    Given the load balancer attribute "routing.http.x_amzn_tls_version_and_cipher_suite.enabled" is set to "true"
    And the listener has the security policy "TLS13-1-0-2021-06"
    When a client connects over TLS with:
      | versions | <version> |
      | ciphers  | <cipher>  |
    And the client requests "/"
    Then target "blue-1" receives the header "x-amzn-tls-version" with the value "<version>"
    And target "blue-1" receives the header "x-amzn-tls-cipher-suite" with the value "<cipher>"

    Examples:
      | version | cipher                        |
      | TLSv1   | AES128-SHA                    |
      | TLSv1.2 | ECDHE-RSA-AES128-GCM-SHA256   |
      | TLSv1.3 | TLS_AES_128_GCM_SHA256        |

  @req:LB-TLSHDR-003
  Scenario: what the client claims does not count
    Given the load balancer attribute "routing.http.x_amzn_tls_version_and_cipher_suite.enabled" is set to "true"
    When a client requests "/" with the headers:
      | X-Amzn-Tls-Version      | SSLv3        |
      | x-amzn-tls-version      | TLSv9        |
      | x-amzn-tls-cipher-suite | NULL-MD5     |
    Then target "blue-1" receives the header "x-amzn-tls-version" with the value "TLSv1.2"
    And target "blue-1" receives the header "x-amzn-tls-cipher-suite" with the value "ECDHE-RSA-AES128-GCM-SHA256"

  @req:LB-TLSHDR-004
  Scenario: they are not added by default
    When a client requests "/"
    Then target "blue-1" receives no header "x-amzn-tls-version"
    And target "blue-1" receives no header "x-amzn-tls-cipher-suite"
