@guide:listeners/ssl-certificates @feature:certificates @core @needs:certificates
Feature: SSL certificates
  The load balancer decrypts requests with the certificate, and sends them to targets.

  @req:LS-HTTPS-017
  Scenario: a request to an HTTPS listener reaches a target
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/hello"
    Then the response comes from "blue"
    And target "blue-1" receives the request line "GET /hello HTTP/1.1"

  @req:LS-HTTPS-018
  Scenario Outline: a certificate with a key of the kind <key>
    Given a certificate "mine" for "example.com" with:
      | key | <key> |
    And a load balancer with an HTTPS listener and the certificate "mine"
    And the listener has the security policy "TLS13-1-0-2021-06"
    When a client requests "/"
    Then the client is presented the certificate "mine"
    And the response comes from the default action

    Examples:
      | key         |
      | RSA 1024    |
      | RSA 2048    |
      | RSA 3072    |
      | RSA 4096    |
      | ECDSA P-256 |
      | ECDSA P-384 |
      | ECDSA P-521 |

  @req:LS-HTTPS-018
  Scenario Outline: a certificate with a key of the kind <key>, in TLS 1.2
    Given a certificate "mine" for "example.com" with:
      | key | <key> |
    And a load balancer with an HTTPS listener and the certificate "mine"
    When a client connects over TLS with:
      | versions | TLSv1.2 |
    Then the client is presented the certificate "mine"

    Examples:
      | key         |
      | RSA 1024    |
      | RSA 3072    |
      | ECDSA P-384 |
      | ECDSA P-521 |

  @req:LS-HTTPS-019
  Scenario: a certificate with an ED25519 key is refused
    Given a certificate "mine" for "example.com" with:
      | key | Ed25519 |
    And a load balancer without listeners
    When a user calls "CreateListener" with:
      | LoadBalancerArn                                  | <load-balancer-arn> |
      | Protocol                                         | HTTPS               |
      | Port                                             | 443                 |
      | Certificates[1].CertificateArn                   | <mine-certificate>  |
      | DefaultActions[1].Type                           | fixed-response      |
      | DefaultActions[1].FixedResponseConfig.StatusCode | 200                 |
    Then the call is refused with "UnsupportedCertificate"

  @req:LS-HTTPS-019
  Scenario: a certificate with an ED25519 key is refused for the certificate list
    Given a certificate "mine" for "example.com" with:
      | key | Ed25519 |
    And a load balancer with an HTTPS listener
    When a user calls "AddListenerCertificates" with:
      | ListenerArn                    | <listener-arn>     |
      | Certificates[1].CertificateArn | <mine-certificate> |
    Then the call is refused with "UnsupportedCertificate"

  @req:QUO-LB-012
  Scenario: a certificate list with 25 certificates
    Given 26 certificates "page-<n>" for "page-<n>.example.com"
    And a load balancer with an HTTPS listener
    And the certificate list gets "page-1" to "page-25"
    When a user calls "AddListenerCertificates" with:
      | ListenerArn                    | <listener-arn>        |
      | Certificates[1].CertificateArn | <page-26-certificate> |
    Then the call is refused with "TooManyCertificates"
    And each client is presented the certificate of its host, "page-1" to "page-25"
