@guide:listeners/default-certificate @feature:certificates @core @needs:certificates
Feature: Default certificate
  An HTTPS listener has one default certificate. With a certificate list, it is for clients that name no host, or one
  that no certificate of the list is for.

  Background:
    Given a certificate "shop" for "shop.example.com"
    And a load balancer with an HTTPS listener

  @req:LS-HTTPS-006
  Scenario: a new listener has its default certificate and an empty list
    When a user calls "DescribeListenerCertificates" with:
      | ListenerArn | <listener-arn> |
    Then the answer has:
      | Certificates[count]            | 1                  |
      | Certificates[1].CertificateArn | <main-certificate> |
      | Certificates[1].IsDefault      | true               |

  @req:LS-HTTPS-009
  Scenario Outline: a client that <what> is presented the default certificate
    Given the certificate list gets "shop"
    When a client connects over TLS with:
      | server name | <name> |
    Then the client is presented the certificate "main"

    Examples:
      | what                                    | name             |
      | names no host                           | (none)           |
      | names a host that no certificate is for | www.example.org  |
      | names a host of the default certificate | blog.example.com |

  @req:LS-HTTPS-009
  Scenario: without a certificate list, the default certificate is for every host
    When a client connects over TLS with:
      | server name | shop.example.com |
    Then the client is presented the certificate "main"

  @req:LS-HTTPS-013
  Scenario: the certificates between the certificate and the root are presented, too
    When a client connects over TLS
    Then the client is presented the chain of the certificate "main"
