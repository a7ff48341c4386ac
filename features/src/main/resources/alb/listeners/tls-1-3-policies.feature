@guide:listeners/tls-1-3-policies @feature:tls-policies @core
Feature: TLS 1.3 security policies
  Each policy allows certain protocol versions and ciphers.

  @req:LS-TLS13-001 @req:LS-TLS13-002 @req:LS-TLS13-003 @req:LS-TLS13-004 @req:LS-TLS13-005
  @req:LS-TLS13-006 @req:LS-TLS13-007
  Scenario Outline: the protocol versions of ELBSecurityPolicy-<policy>
    When a user calls "DescribeSSLPolicies" with:
      | Names[1] | ELBSecurityPolicy-<policy> |
    Then the answer has:
      | SslPolicies[count]          | 1           |
      | SslPolicies[1].SslProtocols | <protocols> |

    Examples:
      | policy                 | protocols                               |
      | TLS13-1-2-2021-06      | ["TLSv1.2","TLSv1.3"]                   |
      | TLS13-1-3-2021-06      | ["TLSv1.3"]                             |
      | TLS13-1-2-Res-2021-06  | ["TLSv1.2","TLSv1.3"]                   |
      | TLS13-1-2-Ext2-2021-06 | ["TLSv1.2","TLSv1.3"]                   |
      | TLS13-1-2-Ext1-2021-06 | ["TLSv1.2","TLSv1.3"]                   |
      | TLS13-1-1-2021-06      | ["TLSv1.1","TLSv1.2","TLSv1.3"]         |
      | TLS13-1-0-2021-06      | ["TLSv1","TLSv1.1","TLSv1.2","TLSv1.3"] |

  @req:LS-TLS13-001 @req:LS-TLS13-002 @req:LS-TLS13-003 @req:LS-TLS13-004 @req:LS-TLS13-005
  @req:LS-TLS13-006 @req:LS-TLS13-007
  Scenario Outline: the policies with the cipher <cipher>
    When a user calls "DescribeSSLPolicies"
    Then the answer has:
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-2-2021-06].Ciphers[Name=<cipher>].Name      | <TLS13-1-2-2021-06>      |
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-3-2021-06].Ciphers[Name=<cipher>].Name      | <TLS13-1-3-2021-06>      |
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-2-Res-2021-06].Ciphers[Name=<cipher>].Name  | <TLS13-1-2-Res-2021-06>  |
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06].Ciphers[Name=<cipher>].Name | <TLS13-1-2-Ext2-2021-06> |
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06].Ciphers[Name=<cipher>].Name | <TLS13-1-2-Ext1-2021-06> |
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-1-2021-06].Ciphers[Name=<cipher>].Name      | <TLS13-1-1-2021-06>      |
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-0-2021-06].Ciphers[Name=<cipher>].Name      | <TLS13-1-0-2021-06>      |

    Examples:
      | cipher                        | TLS13-1-2-2021-06 | TLS13-1-3-2021-06 | TLS13-1-2-Res-2021-06 | TLS13-1-2-Ext2-2021-06 | TLS13-1-2-Ext1-2021-06 | TLS13-1-1-2021-06 | TLS13-1-0-2021-06 |
      | TLS_AES_128_GCM_SHA256        | (present)         | (present)         | (present)             | (present)              | (present)              | (present)         | (present)         |
      | TLS_AES_256_GCM_SHA384        | (present)         | (present)         | (present)             | (present)              | (present)              | (present)         | (present)         |
      | TLS_CHACHA20_POLY1305_SHA256  | (present)         | (present)         | (present)             | (present)              | (present)              | (present)         | (present)         |
      | ECDHE-ECDSA-AES128-GCM-SHA256 | (present)         | (absent)          | (present)             | (present)              | (present)              | (present)         | (present)         |
      | ECDHE-RSA-AES128-GCM-SHA256   | (present)         | (absent)          | (present)             | (present)              | (present)              | (present)         | (present)         |
      | ECDHE-ECDSA-AES128-SHA256     | (present)         | (absent)          | (absent)              | (present)              | (present)              | (present)         | (present)         |
      | ECDHE-RSA-AES128-SHA256       | (present)         | (absent)          | (absent)              | (present)              | (present)              | (present)         | (present)         |
      | ECDHE-ECDSA-AES128-SHA        | (absent)          | (absent)          | (absent)              | (present)              | (absent)               | (present)         | (present)         |
      | ECDHE-RSA-AES128-SHA          | (absent)          | (absent)          | (absent)              | (present)              | (absent)               | (present)         | (present)         |
      | ECDHE-ECDSA-AES256-GCM-SHA384 | (present)         | (absent)          | (present)             | (present)              | (present)              | (present)         | (present)         |
      | ECDHE-RSA-AES256-GCM-SHA384   | (present)         | (absent)          | (present)             | (present)              | (present)              | (present)         | (present)         |
      | ECDHE-ECDSA-AES256-SHA384     | (present)         | (absent)          | (absent)              | (present)              | (present)              | (present)         | (present)         |
      | ECDHE-RSA-AES256-SHA384       | (present)         | (absent)          | (absent)              | (present)              | (present)              | (present)         | (present)         |
      | ECDHE-RSA-AES256-SHA          | (absent)          | (absent)          | (absent)              | (present)              | (absent)               | (present)         | (present)         |
      | ECDHE-ECDSA-AES256-SHA        | (absent)          | (absent)          | (absent)              | (present)              | (absent)               | (present)         | (present)         |
      | AES128-GCM-SHA256             | (absent)          | (absent)          | (absent)              | (present)              | (present)              | (present)         | (present)         |
      | AES128-SHA256                 | (absent)          | (absent)          | (absent)              | (present)              | (present)              | (present)         | (present)         |
      | AES128-SHA                    | (absent)          | (absent)          | (absent)              | (present)              | (absent)               | (present)         | (present)         |
      | AES256-GCM-SHA384             | (absent)          | (absent)          | (absent)              | (present)              | (present)              | (present)         | (present)         |
      | AES256-SHA256                 | (absent)          | (absent)          | (absent)              | (present)              | (present)              | (present)         | (present)         |
      | AES256-SHA                    | (absent)          | (absent)          | (absent)              | (present)              | (absent)               | (present)         | (present)         |

  @req:LS-TLS13-001 @req:LS-TLS13-002 @req:LS-TLS13-003 @req:LS-TLS13-004 @req:LS-TLS13-005
  @req:LS-TLS13-006 @req:LS-TLS13-007
  Scenario Outline: ELBSecurityPolicy-<policy> has <number> ciphers
    When a user calls "DescribeSSLPolicies" with:
      | Names[1] | ELBSecurityPolicy-<policy> |
    Then the answer has:
      | SslPolicies[1].Ciphers[count] | <number> |

    Examples:
      | policy                 | number |
      | TLS13-1-2-2021-06      | 11     |
      | TLS13-1-3-2021-06      | 3      |
      | TLS13-1-2-Res-2021-06  | 7      |
      | TLS13-1-2-Ext2-2021-06 | 21     |
      | TLS13-1-2-Ext1-2021-06 | 15     |
      | TLS13-1-1-2021-06      | 21     |
      | TLS13-1-0-2021-06      | 21     |
