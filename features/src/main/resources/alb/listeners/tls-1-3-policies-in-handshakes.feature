@guide:listeners/tls-1-3-policies-in-handshakes @feature:tls-policies @core @needs:certificates
Feature: TLS 1.3 security policies in handshakes
  A client that offers one version and one cipher is served if the policy has both, and the cipher belongs to the
  version. The listener has an RSA and an ECDSA certificate for the name that the client asks for.

  @req:LS-NEG-001
  Scenario: what the listener accepts with each policy of the table
    Given a load balancer with an HTTPS listener
    And a certificate "curve" for "example.com, *.example.com" with:
      | key | ECDSA P-256 |
    And the certificate list gets "curve"
    Then the listener accepts with each security policy exactly:
      | Security policies             | TLS13-1-2-2021-06 | TLS13-1-3-2021-06 | TLS13-1-2-Res-2021-06 | TLS13-1-2-Ext2-2021-06 | TLS13-1-2-Ext1-2021-06 | TLS13-1-1-2021-06 | TLS13-1-0-2021-06 |
      | Protocol-TLSv1                |                   |                   |                       |                        |                        |                   | ✓                 |
      | Protocol-TLSv1.1              |                   |                   |                       |                        |                        | ✓                 | ✓                 |
      | Protocol-TLSv1.2              | ✓                 |                   | ✓                     | ✓                      | ✓                      | ✓                 | ✓                 |
      | Protocol-TLSv1.3              | ✓                 | ✓                 | ✓                     | ✓                      | ✓                      | ✓                 | ✓                 |
      | TLS_AES_128_GCM_SHA256        | ✓                 | ✓                 | ✓                     | ✓                      | ✓                      | ✓                 | ✓                 |
      | TLS_AES_256_GCM_SHA384        | ✓                 | ✓                 | ✓                     | ✓                      | ✓                      | ✓                 | ✓                 |
      | TLS_CHACHA20_POLY1305_SHA256  | ✓                 | ✓                 | ✓                     | ✓                      | ✓                      | ✓                 | ✓                 |
      | ECDHE-ECDSA-AES128-GCM-SHA256 | ✓                 |                   | ✓                     | ✓                      | ✓                      | ✓                 | ✓                 |
      | ECDHE-RSA-AES128-GCM-SHA256   | ✓                 |                   | ✓                     | ✓                      | ✓                      | ✓                 | ✓                 |
      | ECDHE-ECDSA-AES128-SHA256     | ✓                 |                   |                       | ✓                      | ✓                      | ✓                 | ✓                 |
      | ECDHE-RSA-AES128-SHA256       | ✓                 |                   |                       | ✓                      | ✓                      | ✓                 | ✓                 |
      | ECDHE-ECDSA-AES128-SHA        |                   |                   |                       | ✓                      |                        | ✓                 | ✓                 |
      | ECDHE-RSA-AES128-SHA          |                   |                   |                       | ✓                      |                        | ✓                 | ✓                 |
      | ECDHE-ECDSA-AES256-GCM-SHA384 | ✓                 |                   | ✓                     | ✓                      | ✓                      | ✓                 | ✓                 |
      | ECDHE-RSA-AES256-GCM-SHA384   | ✓                 |                   | ✓                     | ✓                      | ✓                      | ✓                 | ✓                 |
      | ECDHE-ECDSA-AES256-SHA384     | ✓                 |                   |                       | ✓                      | ✓                      | ✓                 | ✓                 |
      | ECDHE-RSA-AES256-SHA384       | ✓                 |                   |                       | ✓                      | ✓                      | ✓                 | ✓                 |
      | ECDHE-RSA-AES256-SHA          |                   |                   |                       | ✓                      |                        | ✓                 | ✓                 |
      | ECDHE-ECDSA-AES256-SHA        |                   |                   |                       | ✓                      |                        | ✓                 | ✓                 |
      | AES128-GCM-SHA256             |                   |                   |                       | ✓                      | ✓                      | ✓                 | ✓                 |
      | AES128-SHA256                 |                   |                   |                       | ✓                      | ✓                      | ✓                 | ✓                 |
      | AES128-SHA                    |                   |                   |                       | ✓                      |                        | ✓                 | ✓                 |
      | AES256-GCM-SHA384             |                   |                   |                       | ✓                      | ✓                      | ✓                 | ✓                 |
      | AES256-SHA256                 |                   |                   |                       | ✓                      | ✓                      | ✓                 | ✓                 |
      | AES256-SHA                    |                   |                   |                       | ✓                      |                        | ✓                 | ✓                 |
      | DES-CBC3-SHA                  |                   |                   |                       |                        |                        |                   |                   |
