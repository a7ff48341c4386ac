@guide:listeners/security-policies-in-handshakes @feature:tls-policies @core @needs:certificates
Feature: Security policies in handshakes
  Client and load balancer each have a list of versions and ciphers. The first cipher of the load balancer's list that
  the client has, too, is used.

  @req:LS-NEG-006
  Scenario Outline: the order of preference with an RSA certificate, <version>
    Given a load balancer with an HTTPS listener
    And the listener has the security policy "TLS13-1-0-2021-06"
    Then the listener prefers for "<version>" the ciphers in this order:
      | <1> |
      | <2> |
      | <3> |

    Examples:
      | version | 1                           | 2                           | 3                            |
      | TLSv1   | ECDHE-RSA-AES128-SHA        | ECDHE-RSA-AES256-SHA        | AES128-SHA                   |
      | TLSv1.1 | ECDHE-RSA-AES256-SHA        | AES128-SHA                  | AES256-SHA                   |
      | TLSv1.2 | ECDHE-RSA-AES128-GCM-SHA256 | ECDHE-RSA-AES256-GCM-SHA384 | AES128-GCM-SHA256            |
      | TLSv1.3 | TLS_AES_128_GCM_SHA256      | TLS_AES_256_GCM_SHA384      | TLS_CHACHA20_POLY1305_SHA256 |

  @req:LS-NEG-006
  Scenario: every cipher with an RSA certificate
    Given a load balancer with an HTTPS listener
    And the listener has the security policy "TLS-1-0-2015-04"
    Then the listener prefers for "TLSv1.2" the ciphers in this order:
      | ECDHE-RSA-AES128-GCM-SHA256 |
      | ECDHE-RSA-AES128-SHA256     |
      | ECDHE-RSA-AES128-SHA        |
      | ECDHE-RSA-AES256-GCM-SHA384 |
      | ECDHE-RSA-AES256-SHA384     |
      | ECDHE-RSA-AES256-SHA        |
      | AES128-GCM-SHA256           |
      | AES128-SHA256               |
      | AES128-SHA                  |
      | AES256-GCM-SHA384           |
      | AES256-SHA256               |
      | AES256-SHA                  |
      | DES-CBC3-SHA                |

  @req:LS-NEG-006
  Scenario: every cipher with an ECDSA certificate
    Given a certificate "curve" for "example.com" with:
      | key | ECDSA P-256 |
    And a load balancer with an HTTPS listener and the certificate "curve"
    Then the listener prefers for "TLSv1.2" the ciphers in this order:
      | ECDHE-ECDSA-AES128-GCM-SHA256 |
      | ECDHE-ECDSA-AES128-SHA256     |
      | ECDHE-ECDSA-AES128-SHA        |
      | ECDHE-ECDSA-AES256-GCM-SHA384 |
      | ECDHE-ECDSA-AES256-SHA384     |
      | ECDHE-ECDSA-AES256-SHA        |

  @req:LS-NEG-007
  Scenario Outline: the newest version that both have, with the versions <versions> of the client
    Given a load balancer with an HTTPS listener
    And the listener has the security policy "TLS13-1-0-2021-06"
    When a client connects over TLS with:
      | versions | <versions> |
    Then the connection uses "<used>" and the cipher "<cipher>"

    Examples:
      | versions                        | used    | cipher                      |
      | TLSv1, TLSv1.1, TLSv1.2, TLSv1.3 | TLSv1.3 | TLS_AES_128_GCM_SHA256      |
      | TLSv1, TLSv1.1, TLSv1.2         | TLSv1.2 | ECDHE-RSA-AES128-GCM-SHA256 |
      | TLSv1, TLSv1.1                  | TLSv1.1 | ECDHE-RSA-AES128-SHA        |
      | TLSv1                           | TLSv1   | ECDHE-RSA-AES128-SHA        |

  @req:LS-POLICY-006
  Scenario: a listener that is created without a policy
    Given a load balancer with an HTTPS listener
    When a user calls "DescribeListeners" with:
      | ListenerArns[1] | <listener-arn> |
    Then the answer has:
      | Listeners[1].SslPolicy | ELBSecurityPolicy-2016-08 |

  @req:LS-NEG-008
  Scenario Outline: a client that has nothing in common with the policy, but <what>
    Given a load balancer with an HTTPS listener
    And the listener has the security policy "<policy>"
    When a client connects over TLS with:
      | versions | <version> |
      | ciphers  | <cipher>  |
    Then the handshake is refused with the alert "<alert>"

    Examples:
      | what         | policy             | version | cipher                       | alert             |
      | its ciphers  | TLS-1-2-2017-01    | TLSv1   | ECDHE-RSA-AES128-SHA         | protocol_version  |
      | its versions | FS-1-2-Res-2020-10 | TLSv1.2 | AES128-SHA                   | handshake_failure |
      | TLS 1.3      | TLS13-1-3-2021-06  | TLSv1.2 | ECDHE-RSA-AES128-GCM-SHA256  | protocol_version  |
      | its cipher   | TLS13-1-3-FIPS-2023-04 | TLSv1.3 | TLS_CHACHA20_POLY1305_SHA256 | handshake_failure |
