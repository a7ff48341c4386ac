@guide:listeners/mutual-tls-passthrough @feature:mtls @needs:certificates @extended
Feature: Mutual TLS passthrough
  The load balancer asks clients for a certificate, accepts any, and sends the whole chain to targets in a header.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:MTLS-MODE-001 @req:MTLS-MODE-003 @req:MTLS-PASS-001 @req:MTLS-PASS-002 @req:MTLS-PASS-003
  @req:MTLS-HDR-001 @req:MTLS-HDR-003 @req:MTLS-HDR-004 @req:MTLS-HDR-005 @req:MTLS-HDR-006
  Scenario Outline: over <version> the target gets the chain, the client's own certificate first and the root last
    Given the certificate authority "root"
    And the certificate authority "middle" below "root"
    And the client certificate "alice" of "middle"
    And the listener passes client certificates through
    And the listener has the security policy "TLS13-1-2-2021-06"
    When a client with the certificate "alice" requests "/" over "<version>"
    Then the response comes from "blue"
    And target "blue-1" receives the header "X-Amzn-Mtls-Clientcert" with the value "<alice-chain>"

    Examples:
      | version |
      | TLSv1.2 |
      | TLSv1.3 |

  @req:MTLS-PASS-002
  Scenario Outline: a certificate <what> is passed through
    Given the certificate authority "root"
    And the client certificate "alice" of "root" with:
      | <detail> | <value> |
    And the listener passes client certificates through
    When a client with the certificate "alice" requests "/"
    Then the response comes from "blue"
    And target "blue-1" receives the header "X-Amzn-Mtls-Clientcert" with the value "<alice-chain>"

    Examples:
      | what                     | detail      | value       |
      | that has expired         | valid until | 1 days ago  |
      | that is not yet valid    | valid from  | in 1 days   |
      | for servers              | purpose     | server      |
      | on the curve secp521r1   | key         | ECDSA P-521 |

  @req:MTLS-HDR-002
  Scenario: passthrough has no header but that one
    Given the certificate authority "root"
    And the client certificate "alice" of "root"
    And the listener passes client certificates through
    When a client with the certificate "alice" requests "/"
    Then target "blue-1" receives no header "X-Amzn-Mtls-Clientcert-Subject"
    And target "blue-1" receives no header "X-Amzn-Mtls-Clientcert-Leaf"

  @req:MTLS-PASS-002 @provisional
  Scenario: a client without a certificate is let in, and the target gets no header
    Given the listener passes client certificates through
    When a client requests "/"
    Then the response comes from "blue"
    And target "blue-1" receives no header "X-Amzn-Mtls-Clientcert"

  @req:MTLS-MODE-005 @req:MTLS-CERT-002
  Scenario: a certificate of X.509 version 1 is refused
    Given the certificate authority "root"
    And the client certificate "alice" of "root" with:
      | version | 1 |
    And the listener passes client certificates through
    When a client with the certificate "alice" requests "/"
    Then the client is refused
    And target "blue-1" receives nothing

  @req:MTLS-HDR-013 @provisional
  Scenario Outline: a client cannot set the header <header>
    Given the certificate authority "root"
    And the client certificate "alice" of "root"
    And the listener passes client certificates through
    When a client with the certificate "alice" requests "/" with the headers:
      | <header> | forged |
      | X-Other  | kept   |
    Then target "blue-1" receives the header "X-Amzn-Mtls-Clientcert" with the value "<alice-chain>"
    And target "blue-1" receives the headers "<read as>" with the values ""
    And target "blue-1" receives the header "X-Other" with the value "kept"

    Examples:
      | header                         | read as                        |
      | X-Amzn-Mtls-Clientcert-Subject | X-Amzn-Mtls-Clientcert-Subject |
      | x-amzn-mtls-clientcert-leaf    | X-Amzn-Mtls-Clientcert-Leaf    |
      | X-Amzn-Mtls-Anything           | X-Amzn-Mtls-Anything           |
      | X_Amzn_Mtls_Clientcert         | X_Amzn_Mtls_Clientcert         |

  @req:MTLS-RESUME-001
  Scenario Outline: sessions are not resumed over <version>
    Given the certificate authority "root"
    And the client certificate "alice" of "root"
    And the listener passes client certificates through
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

  @req:MTLS-MODE-004
  Scenario: after mutual TLS is off clients are not asked any more
    Given the certificate authority "root"
    And the client certificate "alice" of "root"
    And the listener passes client certificates through
    And a client with the certificate "alice" requests "/"
    When the listener asks for no client certificates
    And a client with the certificate "alice" requests "/"
    Then target "blue-1" receives no header "X-Amzn-Mtls-Clientcert"
