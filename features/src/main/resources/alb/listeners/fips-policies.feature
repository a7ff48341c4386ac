@guide:listeners/fips-policies @feature:tls-policies @core
Feature: FIPS security policies
  Each policy allows certain protocol versions and ciphers.

  @req:LS-FIPS-001 @req:LS-FIPS-002 @req:LS-FIPS-003 @req:LS-FIPS-004 @req:LS-FIPS-005
  @req:LS-FIPS-006 @req:LS-FIPS-007 @req:LS-FIPS-008
  Scenario Outline: the protocol versions of ELBSecurityPolicy-<policy>
    When a user calls "DescribeSSLPolicies" with:
      | Names[1] | ELBSecurityPolicy-<policy> |
    Then the answer has:
      | SslPolicies[count]          | 1           |
      | SslPolicies[1].SslProtocols | <protocols> |

    Examples:
      | policy                      | protocols                               |
      | TLS13-1-3-FIPS-2023-04      | ["TLSv1.3"]                             |
      | TLS13-1-2-Res-FIPS-2023-04  | ["TLSv1.2","TLSv1.3"]                   |
      | TLS13-1-2-FIPS-2023-04      | ["TLSv1.2","TLSv1.3"]                   |
      | TLS13-1-2-Ext0-FIPS-2023-04 | ["TLSv1.2","TLSv1.3"]                   |
      | TLS13-1-2-Ext1-FIPS-2023-04 | ["TLSv1.2","TLSv1.3"]                   |
      | TLS13-1-2-Ext2-FIPS-2023-04 | ["TLSv1.2","TLSv1.3"]                   |
      | TLS13-1-1-FIPS-2023-04      | ["TLSv1.1","TLSv1.2","TLSv1.3"]         |
      | TLS13-1-0-FIPS-2023-04      | ["TLSv1","TLSv1.1","TLSv1.2","TLSv1.3"] |

  @req:LS-FIPS-001 @req:LS-FIPS-002 @req:LS-FIPS-003 @req:LS-FIPS-004 @req:LS-FIPS-005
  @req:LS-FIPS-006 @req:LS-FIPS-007 @req:LS-FIPS-008
  Scenario Outline: the policies with the cipher <cipher>
    When a user calls "DescribeSSLPolicies"
    Then the answer has:
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04].Ciphers[Name=<cipher>].Name      | <TLS13-1-3-FIPS-2023-04>      |
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04].Ciphers[Name=<cipher>].Name  | <TLS13-1-2-Res-FIPS-2023-04>  |
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04].Ciphers[Name=<cipher>].Name      | <TLS13-1-2-FIPS-2023-04>      |
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04].Ciphers[Name=<cipher>].Name | <TLS13-1-2-Ext0-FIPS-2023-04> |
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-2023-04].Ciphers[Name=<cipher>].Name | <TLS13-1-2-Ext1-FIPS-2023-04> |
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-2023-04].Ciphers[Name=<cipher>].Name | <TLS13-1-2-Ext2-FIPS-2023-04> |
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04].Ciphers[Name=<cipher>].Name      | <TLS13-1-1-FIPS-2023-04>      |
      | SslPolicies[Name=ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04].Ciphers[Name=<cipher>].Name      | <TLS13-1-0-FIPS-2023-04>      |

    Examples:
      | cipher                        | TLS13-1-3-FIPS-2023-04 | TLS13-1-2-Res-FIPS-2023-04 | TLS13-1-2-FIPS-2023-04 | TLS13-1-2-Ext0-FIPS-2023-04 | TLS13-1-2-Ext1-FIPS-2023-04 | TLS13-1-2-Ext2-FIPS-2023-04 | TLS13-1-1-FIPS-2023-04 | TLS13-1-0-FIPS-2023-04 |
      | TLS_AES_128_GCM_SHA256        | (present)              | (present)                  | (present)              | (present)                   | (present)                   | (present)                   | (present)              | (present)              |
      | TLS_AES_256_GCM_SHA384        | (present)              | (present)                  | (present)              | (present)                   | (present)                   | (present)                   | (present)              | (present)              |
      | ECDHE-ECDSA-AES128-GCM-SHA256 | (absent)               | (present)                  | (present)              | (present)                   | (present)                   | (present)                   | (present)              | (present)              |
      | ECDHE-RSA-AES128-GCM-SHA256   | (absent)               | (present)                  | (present)              | (present)                   | (present)                   | (present)                   | (present)              | (present)              |
      | ECDHE-ECDSA-AES128-SHA256     | (absent)               | (absent)                   | (present)              | (present)                   | (present)                   | (present)                   | (present)              | (present)              |
      | ECDHE-RSA-AES128-SHA256       | (absent)               | (absent)                   | (present)              | (present)                   | (present)                   | (present)                   | (present)              | (present)              |
      | ECDHE-ECDSA-AES128-SHA        | (absent)               | (absent)                   | (absent)               | (present)                   | (absent)                    | (present)                   | (present)              | (present)              |
      | ECDHE-RSA-AES128-SHA          | (absent)               | (absent)                   | (absent)               | (present)                   | (absent)                    | (present)                   | (present)              | (present)              |
      | ECDHE-ECDSA-AES256-GCM-SHA384 | (absent)               | (present)                  | (present)              | (present)                   | (present)                   | (present)                   | (present)              | (present)              |
      | ECDHE-RSA-AES256-GCM-SHA384   | (absent)               | (present)                  | (present)              | (present)                   | (present)                   | (present)                   | (present)              | (present)              |
      | ECDHE-ECDSA-AES256-SHA384     | (absent)               | (absent)                   | (present)              | (present)                   | (present)                   | (present)                   | (present)              | (present)              |
      | ECDHE-RSA-AES256-SHA384       | (absent)               | (absent)                   | (present)              | (present)                   | (present)                   | (present)                   | (present)              | (present)              |
      | ECDHE-RSA-AES256-SHA          | (absent)               | (absent)                   | (absent)               | (present)                   | (absent)                    | (present)                   | (present)              | (present)              |
      | ECDHE-ECDSA-AES256-SHA        | (absent)               | (absent)                   | (absent)               | (present)                   | (absent)                    | (present)                   | (present)              | (present)              |
      | AES128-GCM-SHA256             | (absent)               | (absent)                   | (absent)               | (absent)                    | (present)                   | (present)                   | (present)              | (present)              |
      | AES128-SHA256                 | (absent)               | (absent)                   | (absent)               | (absent)                    | (present)                   | (present)                   | (present)              | (present)              |
      | AES128-SHA                    | (absent)               | (absent)                   | (absent)               | (absent)                    | (absent)                    | (present)                   | (present)              | (present)              |
      | AES256-GCM-SHA384             | (absent)               | (absent)                   | (absent)               | (absent)                    | (present)                   | (present)                   | (present)              | (present)              |
      | AES256-SHA256                 | (absent)               | (absent)                   | (absent)               | (absent)                    | (present)                   | (present)                   | (present)              | (present)              |
      | AES256-SHA                    | (absent)               | (absent)                   | (absent)               | (absent)                    | (absent)                    | (present)                   | (present)              | (present)              |

  @req:LS-FIPS-001 @req:LS-FIPS-002 @req:LS-FIPS-003 @req:LS-FIPS-004 @req:LS-FIPS-005
  @req:LS-FIPS-006 @req:LS-FIPS-007 @req:LS-FIPS-008
  Scenario Outline: ELBSecurityPolicy-<policy> has <number> ciphers
    When a user calls "DescribeSSLPolicies" with:
      | Names[1] | ELBSecurityPolicy-<policy> |
    Then the answer has:
      | SslPolicies[1].Ciphers[count] | <number> |

    Examples:
      | policy                      | number |
      | TLS13-1-3-FIPS-2023-04      | 2      |
      | TLS13-1-2-Res-FIPS-2023-04  | 6      |
      | TLS13-1-2-FIPS-2023-04      | 10     |
      | TLS13-1-2-Ext0-FIPS-2023-04 | 14     |
      | TLS13-1-2-Ext1-FIPS-2023-04 | 14     |
      | TLS13-1-2-Ext2-FIPS-2023-04 | 20     |
      | TLS13-1-1-FIPS-2023-04      | 20     |
      | TLS13-1-0-FIPS-2023-04      | 20     |
