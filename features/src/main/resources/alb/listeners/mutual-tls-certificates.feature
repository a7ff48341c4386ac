@guide:listeners/mutual-tls-certificates @feature:mtls @needs:certificates @needs:buckets @extended
Feature: Requirements for certificates used with mutual TLS
  X.509v3, RSA keys of 2,048 to 8,192 bits or ECDSA on three curves, signatures with SHA-256, SHA-384 or SHA-512.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:MTLS-CERT-003 @req:MTLS-CERT-004 @req:MTLS-CERT-005
  Scenario Outline: a client with the key <key> and the signature <signature> is let in
    Given the certificate authority "root" with:
      | key | <key of the authority> |
    And the client certificate "alice" of "root" with:
      | key       | <key>       |
      | signature | <signature> |
    And the listener verifies client certificates with "root"
    When a client with the certificate "alice" requests "/"
    Then the response comes from "blue"

    Examples:
      | key         | signature            | key of the authority |
      | RSA 2048    | SHA256withRSA        | RSA 2048             |
      | RSA 3072    | SHA384withRSA        | RSA 3072             |
      | RSA 4096    | SHA512withRSA        | RSA 4096             |
      | RSA 2048    | SHA256withRSAandMGF1 | RSA 2048             |
      | RSA 2048    | SHA384withRSAandMGF1 | RSA 2048             |
      | RSA 2048    | SHA512withRSAandMGF1 | RSA 2048             |
      | ECDSA P-256 | SHA256withECDSA      | ECDSA P-256          |
      | ECDSA P-384 | SHA384withECDSA      | ECDSA P-384          |
      | ECDSA P-521 | SHA512withECDSA      | ECDSA P-521          |

  @req:MTLS-CERT-002 @req:MTLS-CERT-003 @req:MTLS-CERT-005
  Scenario Outline: a client with a certificate <what> is refused
    Given the certificate authority "root" with:
      | key | RSA 2048 |
    And the client certificate "alice" of "root" with:
      | key      | <key>   |
      | <detail> | <value> |
    And the listener verifies client certificates with "root"
    When a client with the certificate "alice" requests "/"
    Then the client is refused

    Examples:
      | what                       | key         | detail    | value       |
      | of X.509 version 1         | ECDSA P-256 | version   | 1           |
      | with a key of 1,024 bits   | RSA 1024    | version   | 3           |
      | that is signed with SHA-1  | ECDSA P-256 | signature | SHA1withRSA |

  @req:QUO-TRUST-005
  Scenario: a chain of four certificates is verified
    Given the certificate authority "root"
    And the certificate authority "second" below "root"
    And the certificate authority "third" below "second"
    And the client certificate "alice" of "third"
    And the listener verifies client certificates with "root"
    When a client with the certificate "alice" requests "/"
    Then the response comes from "blue"

  @req:QUO-TRUST-005
  Scenario: a chain of five certificates is refused
    Given the certificate authority "root"
    And the certificate authority "second" below "root"
    And the certificate authority "third" below "second"
    And the certificate authority "fourth" below "third"
    And the client certificate "alice" of "fourth"
    And the listener verifies client certificates with "root"
    When a client with the certificate "alice" requests "/"
    Then the client is refused

  @req:MTLS-VERIFY-006 @provisional
  Scenario: an authority that has expired vouches for nobody, even if clients may have expired
    Given the certificate authority "root" with:
      | valid until | 1 days ago |
    And the client certificate "alice" of "root"
    And the listener verifies client certificates, expired or not, with "root"
    When a client with the certificate "alice" requests "/"
    Then the client is refused
