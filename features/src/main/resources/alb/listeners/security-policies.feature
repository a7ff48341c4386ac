@guide:listeners/security-policies @feature:tls-policies
Feature: Security policies
  A security policy is a combination of protocols and ciphers.

  @core @req:LS-POLICY-001
  Scenario Outline: ELBSecurityPolicy-<policy> is there for Application Load Balancers
    When a user calls "DescribeSSLPolicies" with:
      | LoadBalancerType | application |
    Then the answer has:
      | SslPolicies[Name=ELBSecurityPolicy-<policy>].Name | ELBSecurityPolicy-<policy> |

    Examples:
      | policy                      |
      | TLS13-1-2-2021-06           |
      | TLS13-1-3-2021-06           |
      | TLS13-1-2-Res-2021-06       |
      | TLS13-1-2-Ext2-2021-06      |
      | TLS13-1-2-Ext1-2021-06      |
      | TLS13-1-1-2021-06           |
      | TLS13-1-0-2021-06           |
      | TLS13-1-3-FIPS-2023-04      |
      | TLS13-1-2-Res-FIPS-2023-04  |
      | TLS13-1-2-FIPS-2023-04      |
      | TLS13-1-2-Ext0-FIPS-2023-04 |
      | TLS13-1-2-Ext1-FIPS-2023-04 |
      | TLS13-1-2-Ext2-FIPS-2023-04 |
      | TLS13-1-1-FIPS-2023-04      |
      | TLS13-1-0-FIPS-2023-04      |
      | FS-1-2-Res-2020-10          |
      | FS-1-2-Res-2019-08          |
      | FS-1-2-2019-08              |
      | FS-1-1-2019-08              |
      | FS-2018-06                  |
      | 2016-08                     |
      | TLS-1-2-Ext-2018-06         |
      | TLS-1-2-2017-01             |
      | TLS-1-1-2017-01             |
      | TLS-1-0-2015-04             |
      | 2015-05                     |

  @core @req:LS-POLICY-002
  Scenario Outline: the ciphers of ELBSecurityPolicy-<policy> have an order of preference
    When a user calls "DescribeSSLPolicies" with:
      | Names[1] | ELBSecurityPolicy-<policy> |
    Then the answer has:
      | SslPolicies[1].Ciphers[Priority=1].Name | <first>  |
      | SslPolicies[1].Ciphers[Priority=2].Name | <second> |

    Examples:
      | policy            | first                         | second                      |
      | TLS13-1-2-2021-06 | TLS_AES_128_GCM_SHA256        | TLS_AES_256_GCM_SHA384      |
      | 2016-08           | ECDHE-ECDSA-AES128-GCM-SHA256 | ECDHE-RSA-AES128-GCM-SHA256 |

  @core @req:LS-POLICY-003
  Scenario: ELBSecurityPolicy-2015-05 has the ciphers of ELBSecurityPolicy-2016-08
    When a user calls "DescribeSSLPolicies" with:
      | Names | ELBSecurityPolicy-2015-05, ELBSecurityPolicy-2016-08 |
    Then the answer has:
      | SslPolicies[count]            | 2                             |
      | SslPolicies[1].Ciphers[count] | 18                            |
      | SslPolicies[2].Ciphers[count] | 18                            |
      | SslPolicies[1].SslProtocols   | ["TLSv1","TLSv1.1","TLSv1.2"] |
      | SslPolicies[2].SslProtocols   | ["TLSv1","TLSv1.1","TLSv1.2"] |

  @core @req:LS-POLICY-004
  Scenario: a policy of one's own is not there
    When a user calls "DescribeSSLPolicies" with:
      | Names[1] | ELBSecurityPolicy-Mine |
    Then the call is refused with "SSLPolicyNotFound"

  @core @needs:aws-cli @req:LS-POLICY-005
  Scenario Outline: the command that shows ELBSecurityPolicy-<policy>
    When a user runs:
      """
      aws elbv2 describe-ssl-policies \
      --names ELBSecurityPolicy-<policy>
      """
    Then the answer has:
      | SslPolicies[count]            | 1                          |
      | SslPolicies[1].Name           | ELBSecurityPolicy-<policy> |
      | SslPolicies[1].Ciphers[count] | <ciphers>                  |

    Examples:
      | policy                 | ciphers |
      | TLS13-1-2-2021-06      | 11      |
      | TLS13-1-2-FIPS-2023-04 | 10      |
      | FS-2018-06             | 12      |
      | 2016-08                | 18      |
