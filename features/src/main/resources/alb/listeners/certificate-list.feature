@guide:listeners/certificate-list @feature:certificates @core @needs:certificates
Feature: Certificate list
  With a certificate list, a listener serves many hosts on the same port, each with a certificate of its own.

  @req:LS-HTTPS-014
  Scenario Outline: the certificate for <host>
    Given a certificate "shop" for "shop.example.com"
    And a certificate "blogs" for "*.blog.example.com, blog.example.com"
    And a load balancer with an HTTPS listener
    And the certificate list gets "shop, blogs"
    When a client connects over TLS with:
      | server name | <host> |
    Then the client is presented the certificate "<name>"

    Examples:
      | host                | name  |
      | shop.example.com    | shop  |
      | SHOP.example.com    | shop  |
      | blog.example.com    | blogs |
      | my.blog.example.com | blogs |

  @req:LS-HTTPS-012
  Scenario Outline: a wildcard is <what> <host>
    Given a certificate "wild" for "*.example.net"
    And a load balancer with an HTTPS listener
    And the certificate list gets "wild"
    When a client connects over TLS with:
      | server name | <host> |
    Then the client is presented the certificate "<name>"

    Examples:
      | what    | host                   | name |
      | for     | corp.example.net       | wild |
      | for     | images.example.net     | wild |
      | not for | test.login.example.net | main |
      | not for | example.net            | main |

  @req:LS-HTTPS-010
  Scenario Outline: of two certificates for a host, the one with <better>
    Given a certificate "better" for "www.example.net" with:
      | key         | <key>       |
      | signature   | <signature> |
      | valid until | <until>     |
    And a certificate "worse" for "www.example.net" with:
      | key         | <other key>       |
      | signature   | <other signature> |
      | valid until | <other until>     |
    And a load balancer with an HTTPS listener
    And the certificate list gets "<list>"
    When a client connects over TLS with:
      | server name | www.example.net |
    Then the client is presented the certificate "better"

    Examples:
      | better                  | key         | signature     | until       | other key   | other signature | other until | list          |
      | ECDSA, though first     | ECDSA P-256 | SHA256withRSA | in 30 days  | RSA 3072    | SHA256withRSA   | in 90 days  | better, worse |
      | ECDSA, though last      | ECDSA P-256 | SHA256withRSA | in 30 days  | RSA 3072    | SHA256withRSA   | in 90 days  | worse, better |
      | ECDSA, though of MD5    | ECDSA P-256 | MD5withRSA    | in 30 days  | RSA 2048    | SHA256withRSA   | in 90 days  | worse, better |
      | SHA                     | RSA 1024    | SHA256withRSA | in 30 days  | RSA 2048    | MD5withRSA      | in 90 days  | worse, better |
      | the longer key          | RSA 2048    | SHA256withRSA | in 30 days  | RSA 1024    | SHA512withRSA   | in 90 days  | worse, better |
      | the longer key of ECDSA | ECDSA P-384 | SHA256withRSA | in 30 days  | ECDSA P-256 | SHA256withRSA   | in 90 days  | worse, better |
      | the longer validity     | RSA 2048    | SHA256withRSA | in 90 days  | RSA 2048    | SHA256withRSA   | in 30 days  | worse, better |

  @req:LS-HTTPS-015
  Scenario Outline: a client that cannot use the best certificate, for it has <what> only
    Given a certificate "curve" for "www.example.net" with:
      | key | ECDSA P-256 |
    And a certificate "rsa" for "www.example.net"
    And a load balancer with an HTTPS listener
    And the certificate list gets "curve, rsa"
    When a client connects over TLS with:
      | versions    | TLSv1.2         |
      | ciphers     | <ciphers>       |
      | server name | www.example.net |
    Then the client is presented the certificate "<name>"

    Examples:
      | what              | ciphers                                                    | name  |
      | ciphers for RSA   | ECDHE-RSA-AES128-GCM-SHA256                                | rsa   |
      | ciphers for ECDSA | ECDHE-ECDSA-AES256-SHA                                     | curve |
      | ciphers for both  | ECDHE-RSA-AES128-GCM-SHA256, ECDHE-ECDSA-AES128-GCM-SHA256 | curve |
