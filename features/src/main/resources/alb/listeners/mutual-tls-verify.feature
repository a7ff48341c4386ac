@guide:listeners/mutual-tls-verify @feature:mtls @needs:certificates @needs:buckets @extended
Feature: Mutual TLS verify
  The load balancer authenticates clients by the trust store of the listener, and tells targets who they are.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:MTLS-MODE-001 @req:MTLS-MODE-002 @req:MTLS-MODE-003 @req:MTLS-VERIFY-001 @req:MTLS-VERIFY-002
  @req:MTLS-HDR-001 @req:MTLS-HDR-002 @req:MTLS-HDR-007 @req:MTLS-HDR-008 @req:MTLS-HDR-012
  Scenario Outline: over <version> the target is told of the certificate
    Given the certificate authority "root"
    And the client certificate "alice" of "root" with:
      | serial | 03A5B1 |
    And the listener verifies client certificates with "root"
    And the listener has the security policy "TLS13-1-2-2021-06"
    When a client with the certificate "alice" requests "/" over "<version>"
    Then the response comes from "blue"
    And target "blue-1" receives the header "X-Amzn-Mtls-Clientcert-Serial-Number" with the value "03A5B1"
    And target "blue-1" receives the header "X-Amzn-Mtls-Clientcert-Leaf" with the value "<alice-leaf>"
    And target "blue-1" receives no header "X-Amzn-Mtls-Clientcert"

    Examples:
      | version |
      | TLSv1.2 |
      | TLSv1.3 |

  @req:MTLS-HDR-007 @req:MTLS-HDR-009 @req:MTLS-HDR-010 @req:MTLS-HDR-011
  Scenario: names and dates of the certificate
    Given the certificate authority "root"
    And the client certificate "alice" of "root" with:
      | subject | CN=client_.com,OU=client-3,O=mTLS,ST=Washington,C=US |
    And the listener verifies client certificates with "root"
    When a client with the certificate "alice" requests "/"
    Then target "blue-1" receives the header "X-Amzn-Mtls-Clientcert-Issuer" with the value "CN=root,O=albspec"
    And target "blue-1" receives the header "X-Amzn-Mtls-Clientcert-Subject" with the value "CN=client_.com,OU=client-3,O=mTLS,ST=Washington,C=US"
    And target "blue-1" receives the header "X-Amzn-Mtls-Clientcert-Validity" with the value "<alice-validity>"

  @req:MTLS-VERIFY-001 @req:MTLS-ASSOC-001
  Scenario Outline: over <version> a client of another authority is refused
    Given the certificate authority "root"
    And the certificate authority "other"
    And the client certificate "mallory" of "other"
    And the listener verifies client certificates with "root"
    And the listener has the security policy "TLS13-1-2-2021-06"
    When a client with the certificate "mallory" requests "/" over "<version>"
    Then the client is refused
    And target "blue-1" receives nothing

    Examples:
      | version |
      | TLSv1.2 |
      | TLSv1.3 |

  @req:MTLS-VERIFY-005
  Scenario: a client without a certificate is refused
    Given the certificate authority "root"
    And the listener verifies client certificates with "root"
    When a client connects over TLS with:
      | versions | TLSv1.2 |
    Then the client is refused

  @req:MTLS-VERIFY-001
  Scenario: a client whose certificate its authority has not signed is refused
    Given the certificate authority "root"
    And the client certificate "mallory" that "root" only seems to have issued
    And the listener verifies client certificates with "root"
    When a client with the certificate "mallory" requests "/"
    Then the client is refused

  @req:MTLS-VERIFY-004
  Scenario Outline: an expired certificate is <accepted or refused>
    Given the certificate authority "root"
    And the client certificate "alice" of "root" with:
      | valid until | 1 days ago |
    And the listener verifies client certificates<expired or not> with "root"
    When a client with the certificate "alice" requests "/"
    Then <outcome>

    Examples:
      | accepted or refused   | expired or not    | outcome                        |
      | refused by default    |                   | the client is refused          |
      | accepted if it may be | , expired or not, | the response comes from "blue" |

  @req:MTLS-VERIFY-004
  Scenario: a certificate that is not yet valid is refused even if it may have expired
    Given the certificate authority "root"
    And the client certificate "alice" of "root" with:
      | valid from | in 1 days |
    And the listener verifies client certificates, expired or not, with "root"
    When a client with the certificate "alice" requests "/"
    Then the client is refused

  @req:MTLS-TS-014
  Scenario: an intermediate authority in the bundle vouches for its clients
    Given the certificate authority "root"
    And the certificate authority "middle" below "root"
    And the client certificate "alice" of "middle"
    And the client certificate "bob" of "root"
    And the listener verifies client certificates with "middle"
    When a client with the certificate "alice" requests "/"
    Then the response comes from "blue"
    When a client with the certificate "bob" requests "/"
    Then the client is refused

  @req:MTLS-RESUME-001
  Scenario Outline: sessions are not resumed over <version>
    Given the certificate authority "root"
    And the client certificate "alice" of "root"
    And the listener verifies client certificates with "root"
    And the listener has the security policy "TLS13-1-2-2021-06"
    When a client with the certificate "alice" connects over TLS with:
      | versions | <version> |
    And the client requests "/"
    And the client connects over TLS again with:
      | versions | <version> |
    Then the session is new

    Examples:
      | version |
      | TLSv1.2 |
      | TLSv1.3 |

  @req:MTLS-HDR-007 @req:MTLS-HDR-008 @req:MTLS-HDR-009 @needs:h2 @feature:grpc
  Scenario: HTTP/2 targets are told of the certificate
    Given a target group "green" with 1 HTTP/2 target
    And the listener forwards to "green"
    And the certificate authority "root"
    And the client certificate "alice" of "root" with:
      | serial | 03A5B1 |
    And the listener verifies client certificates with "root"
    When a client with the certificate "alice" connects over TLS with:
      | protocols | h2 |
    And the client requests "/"
    Then HTTP/2 target "green-1" receives the fields:
      | x-amzn-mtls-clientcert-serial-number | 03A5B1               |
      | x-amzn-mtls-clientcert-issuer        | CN=root,O=albspec    |
      | x-amzn-mtls-clientcert-leaf          | <alice-leaf>         |
