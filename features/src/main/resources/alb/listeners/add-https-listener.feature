@guide:listeners/add-https-listener @feature:crud-listener
Feature: Add an HTTPS listener
  An HTTPS listener has exactly one certificate, and a security policy. An HTTP listener has neither.

  @core @req:LS-HTTPS-001
  Scenario: an HTTPS listener without a certificate is refused
    Given a load balancer without listeners
    When a user calls "CreateListener" with:
      | LoadBalancerArn                                  | <load-balancer-arn> |
      | Protocol                                         | HTTPS               |
      | Port                                             | 443                 |
      | DefaultActions[1].Type                           | fixed-response      |
      | DefaultActions[1].FixedResponseConfig.StatusCode | 200                 |
    Then the call is refused with "ValidationError" and a message that names "certificate"

  @core @req:LS-HTTPS-001
  Scenario: an HTTPS listener with two certificates is refused
    Given a load balancer without listeners
    When a user calls "CreateListener" with:
      | LoadBalancerArn                                  | <load-balancer-arn>                                                             |
      | Protocol                                         | HTTPS                                                                           |
      | Port                                             | 443                                                                             |
      | Certificates[1].CertificateArn                   | arn:aws:acm:<region>:<account>:certificate/12345678-1234-1234-1234-123456789012 |
      | Certificates[2].CertificateArn                   | arn:aws:acm:<region>:<account>:certificate/12345678-1234-1234-1234-123456789013 |
      | DefaultActions[1].Type                           | fixed-response                                                                  |
      | DefaultActions[1].FixedResponseConfig.StatusCode | 200                                                                             |
    Then the call is refused with "InvalidConfigurationRequest"

  @core @req:LS-HTTPS-002 @req:LS-HTTPS-003 @req:LS-HTTPS-005
  Scenario Outline: an HTTPS listener with <what> is refused
    Given a load balancer without listeners
    When a user calls "CreateListener" with:
      | LoadBalancerArn                                  | <load-balancer-arn>                                                             |
      | Protocol                                         | HTTPS                                                                           |
      | Port                                             | 443                                                                             |
      | Certificates[1].CertificateArn                   | arn:aws:acm:<region>:<account>:certificate/12345678-1234-1234-1234-123456789012 |
      | <member>                                         | <value>                                                                         |
      | DefaultActions[1].Type                           | fixed-response                                                                  |
      | DefaultActions[1].FixedResponseConfig.StatusCode | 200                                                                             |
    Then the call is refused with "<code>"

    Examples:
      | what                                     | member                         | value                                           | code                |
      | a certificate that does not exist        | Certificates[1].CertificateArn | arn:aws:acm:<region>:<account>:certificate/none | CertificateNotFound |
      | a policy that does not exist             | SslPolicy                      | ELBSecurityPolicy-Mine                          | SSLPolicyNotFound   |
      | a mode of mutual TLS that does not exist | MutualAuthentication.Mode      | on                                              | ValidationError     |
      | the mode verify without a trust store    | MutualAuthentication.Mode      | verify                                          | ValidationError     |

  @core @req:LS-HTTPS-004
  Scenario Outline: <member> is refused for an HTTP listener
    Given a load balancer without listeners
    When a user calls "CreateListener" with:
      | LoadBalancerArn                                  | <load-balancer-arn> |
      | Protocol                                         | HTTP                |
      | Port                                             | 80                  |
      | <member>                                         | <value>             |
      | DefaultActions[1].Type                           | fixed-response      |
      | DefaultActions[1].FixedResponseConfig.StatusCode | 200                 |
    Then the call is refused with "InvalidConfigurationRequest"

    Examples:
      | member                         | value                                                                           |
      | Certificates[1].CertificateArn | arn:aws:acm:<region>:<account>:certificate/12345678-1234-1234-1234-123456789012 |
      | SslPolicy                      | ELBSecurityPolicy-2016-08                                                       |
      | MutualAuthentication.Mode      | passthrough                                                                     |
      | AlpnPolicy[1]                  | HTTP2Only                                                                       |

  @core @req:LS-HTTPS-004
  Scenario: an HTTP listener has no certificate list
    Given a load balancer
    When a user calls "AddListenerCertificates" with:
      | ListenerArn                    | <listener-arn>                                                                  |
      | Certificates[1].CertificateArn | arn:aws:acm:<region>:<account>:certificate/12345678-1234-1234-1234-123456789012 |
    Then the call is refused with "InvalidConfigurationRequest"

  @core @req:LS-HTTPS-001
  Scenario: an HTTP listener does not become an HTTPS listener without a certificate
    Given a load balancer
    When a user calls "ModifyListener" with:
      | ListenerArn | <listener-arn> |
      | Protocol    | HTTPS          |
    Then the call is refused with "ValidationError" and a message that names "certificate"

  @core @needs:aws-cli @req:LS-HTTPS-001
  Scenario: the command without a certificate is refused
    Given a load balancer without listeners
    When a user runs:
      """
      aws elbv2 create-listener --load-balancer-arn <load-balancer-arn> \
      --protocol HTTPS --port 443 \
      --ssl-policy ELBSecurityPolicy-TLS13-1-2-2021-06 \
      --default-actions Type=fixed-response,FixedResponseConfig={StatusCode=200}
      """
    Then the call is refused with "ValidationError" and a message that names "certificate"
