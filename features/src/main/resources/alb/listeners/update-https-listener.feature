@guide:listeners/update-https-listener @feature:crud-listener @core @needs:certificates
Feature: Update an HTTPS listener
  Its default certificate, certificate list and security policy can be changed.

  Background:
    Given a certificate "shop" for "shop.example.com"
    And a load balancer with an HTTPS listener

  @req:LS-HTTPS-008
  Scenario: the default certificate is replaced
    When a user calls "ModifyListener" with:
      | ListenerArn                    | <listener-arn>     |
      | Certificates[1].CertificateArn | <shop-certificate> |
    And a client connects over TLS
    Then the call succeeds
    And the client is presented the certificate "shop"

  @req:LS-HTTPS-007
  Scenario: a certificate is added to the list and removed from it
    When the certificate list gets "shop"
    And a client connects over TLS with:
      | server name | shop.example.com |
    Then the client is presented the certificate "shop"
    When the certificate list loses "shop"
    And a client connects over TLS with:
      | server name | shop.example.com |
    Then the client is presented the certificate "main"

  @req:LS-HTTPS-007 @req:LS-HTTPS-021
  Scenario: the default certificate in the list is used for its hosts after it was replaced
    Given the certificate list gets "main"
    And the listener has the default certificate "shop"
    When a client connects over TLS with:
      | server name | www.example.com |
    Then the client is presented the certificate "main"
    When a client connects over TLS with:
      | server name | (none) |
    Then the client is presented the certificate "shop"

  @req:LS-HTTPS-008
  Scenario: the default certificate cannot be removed
    When a user calls "RemoveListenerCertificates" with:
      | ListenerArn                    | <listener-arn>     |
      | Certificates[1].CertificateArn | <main-certificate> |
    Then the call is refused with "OperationNotPermitted"

  @req:LS-POLICY-011
  Scenario: the security policy is replaced
    Given the listener has the security policy "TLS13-1-3-2021-06"
    When a client connects over TLS with:
      | versions | TLSv1.2 |
    Then the handshake is refused with the alert "protocol_version"
    When the listener has the security policy "TLS-1-2-2017-01"
    And a client connects over TLS with:
      | versions | TLSv1.2 |
    Then the connection uses "TLSv1.2" and the cipher "ECDHE-RSA-AES128-GCM-SHA256"

  @req:LS-POLICY-008
  Scenario: the only secure listener gets a FIPS policy
    When a user calls "ModifyListener" with:
      | ListenerArn | <listener-arn>                           |
      | SslPolicy   | ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04 |
    Then the call succeeds

  @req:LS-POLICY-007
  Scenario Outline: <policy> beside <other>
    Given the listener has the security policy "<policy>"
    When a user calls "CreateListener" with:
      | LoadBalancerArn                                  | <load-balancer-arn>       |
      | Protocol                                         | HTTPS                     |
      | Port                                             | 8443                      |
      | SslPolicy                                        | ELBSecurityPolicy-<other> |
      | Certificates[1].CertificateArn                   | <main-certificate>        |
      | DefaultActions[1].Type                           | fixed-response            |
      | DefaultActions[1].FixedResponseConfig.StatusCode | 200                       |
    Then <result>

    Examples:
      | policy                 | other                      | result                                              |
      | TLS13-1-2-2021-06      | TLS13-1-2-FIPS-2023-04     | the call is refused with "InvalidConfigurationRequest" |
      | TLS13-1-2-FIPS-2023-04 | 2016-08                    | the call is refused with "InvalidConfigurationRequest" |
      | TLS13-1-2-FIPS-2023-04 | TLS13-1-2-Res-FIPS-2023-04 | the call succeeds                                   |

  @req:LS-POLICY-007
  Scenario: one of two secure listeners does not get a FIPS policy
    Given the load balancer has an HTTPS listener on port 8443 with the security policy "2016-08"
    When a user calls "ModifyListener" with:
      | ListenerArn | <listener-arn>                           |
      | SslPolicy   | ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04 |
    Then the call is refused with "InvalidConfigurationRequest"

  @needs:aws-cli @req:LS-CMD-009 @req:LS-POLICY-011
  Scenario: the commands that change certificates and the security policy
    When a user runs:
      """
      aws elbv2 add-listener-certificates --listener-arn <listener-arn> \
      --certificates CertificateArn=<main-certificate>
      """
    And a user runs:
      """
      aws elbv2 modify-listener --listener-arn <listener-arn> \
      --ssl-policy ELBSecurityPolicy-TLS13-1-2-2021-06 --certificates CertificateArn=<shop-certificate>
      """
    Then the answer has:
      | Listeners[1].SslPolicy                      | ELBSecurityPolicy-TLS13-1-2-2021-06 |
      | Listeners[1].Certificates[1].CertificateArn | <shop-certificate>                  |
    When a user runs:
      """
      aws elbv2 remove-listener-certificates --listener-arn <listener-arn> \
      --certificates CertificateArn=<main-certificate>
      """
    Then the call succeeds
