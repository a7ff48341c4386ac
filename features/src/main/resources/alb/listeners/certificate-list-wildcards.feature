@guide:listeners/certificate-list-wildcards @feature:certificates @extended @needs:certificates
Feature: Certificate list: names before wildcards
  The guide does not say which is better, a certificate that names the host or one with a wildcard for it.

  @req:LS-HTTPS-016
  Scenario: a certificate that names the host is preferred to a wildcard
    Given a certificate "wild" for "*.example.net" with:
      | key | ECDSA P-256 |
    And a certificate "named" for "www.example.net"
    And a load balancer with an HTTPS listener
    And the certificate list gets "wild, named"
    When a client connects over TLS with:
      | server name | www.example.net |
    Then the client is presented the certificate "named"
