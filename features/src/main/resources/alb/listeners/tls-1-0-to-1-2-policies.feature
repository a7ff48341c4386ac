@guide:listeners/tls-1-0-to-1-2-policies @feature:tls-policies @core
Feature: TLS 1.0 - 1.2 security policies
  Each policy allows certain protocol versions and ciphers.

  @req:LS-TLS10-001 @req:LS-TLS10-002 @req:LS-TLS10-003 @req:LS-TLS10-004 @req:LS-TLS10-005
  Scenario Outline: the protocol versions of ELBSecurityPolicy-<policy>
    When a user calls "DescribeSSLPolicies" with:
      | Names[1] | ELBSecurityPolicy-<policy> |
    Then the answer has:
      | SslPolicies[count]          | 1           |
      | SslPolicies[1].SslProtocols | <protocols> |

    Examples:
      | policy              | protocols                     |
      | 2016-08             | ["TLSv1","TLSv1.1","TLSv1.2"] |
      | TLS-1-2-Ext-2018-06 | ["TLSv1.2"]                   |
      | TLS-1-2-2017-01     | ["TLSv1.2"]                   |
      | TLS-1-1-2017-01     | ["TLSv1.1","TLSv1.2"]         |
      | TLS-1-0-2015-04     | ["TLSv1","TLSv1.1","TLSv1.2"] |

  @req:LS-TLS10-001 @req:LS-TLS10-002 @req:LS-TLS10-003 @req:LS-TLS10-004 @req:LS-TLS10-005
  Scenario Outline: the policies with the cipher <cipher>
    When a user calls "DescribeSSLPolicies"
    Then the answer has:
      | SslPolicies[Name=ELBSecurityPolicy-2016-08].Ciphers[Name=<cipher>].Name             | <2016-08>             |
      | SslPolicies[Name=ELBSecurityPolicy-TLS-1-2-Ext-2018-06].Ciphers[Name=<cipher>].Name | <TLS-1-2-Ext-2018-06> |
      | SslPolicies[Name=ELBSecurityPolicy-TLS-1-2-2017-01].Ciphers[Name=<cipher>].Name     | <TLS-1-2-2017-01>     |
      | SslPolicies[Name=ELBSecurityPolicy-TLS-1-1-2017-01].Ciphers[Name=<cipher>].Name     | <TLS-1-1-2017-01>     |
      | SslPolicies[Name=ELBSecurityPolicy-TLS-1-0-2015-04].Ciphers[Name=<cipher>].Name     | <TLS-1-0-2015-04>     |

    Examples:
      | cipher                        | 2016-08   | TLS-1-2-Ext-2018-06 | TLS-1-2-2017-01 | TLS-1-1-2017-01 | TLS-1-0-2015-04 |
      | ECDHE-ECDSA-AES128-GCM-SHA256 | (present) | (present)           | (present)       | (present)       | (present)       |
      | ECDHE-RSA-AES128-GCM-SHA256   | (present) | (present)           | (present)       | (present)       | (present)       |
      | ECDHE-ECDSA-AES128-SHA256     | (present) | (present)           | (present)       | (present)       | (present)       |
      | ECDHE-RSA-AES128-SHA256       | (present) | (present)           | (present)       | (present)       | (present)       |
      | ECDHE-ECDSA-AES128-SHA        | (present) | (present)           | (absent)        | (present)       | (present)       |
      | ECDHE-RSA-AES128-SHA          | (present) | (present)           | (absent)        | (present)       | (present)       |
      | ECDHE-ECDSA-AES256-GCM-SHA384 | (present) | (present)           | (present)       | (present)       | (present)       |
      | ECDHE-RSA-AES256-GCM-SHA384   | (present) | (present)           | (present)       | (present)       | (present)       |
      | ECDHE-ECDSA-AES256-SHA384     | (present) | (present)           | (present)       | (present)       | (present)       |
      | ECDHE-RSA-AES256-SHA384       | (present) | (present)           | (present)       | (present)       | (present)       |
      | ECDHE-RSA-AES256-SHA          | (present) | (present)           | (absent)        | (present)       | (present)       |
      | ECDHE-ECDSA-AES256-SHA        | (present) | (present)           | (absent)        | (present)       | (present)       |
      | AES128-GCM-SHA256             | (present) | (present)           | (present)       | (present)       | (present)       |
      | AES128-SHA256                 | (present) | (present)           | (present)       | (present)       | (present)       |
      | AES128-SHA                    | (present) | (present)           | (absent)        | (present)       | (present)       |
      | AES256-GCM-SHA384             | (present) | (present)           | (present)       | (present)       | (present)       |
      | AES256-SHA256                 | (present) | (present)           | (present)       | (present)       | (present)       |
      | AES256-SHA                    | (present) | (present)           | (absent)        | (present)       | (present)       |
      | DES-CBC3-SHA                  | (absent)  | (absent)            | (absent)        | (absent)        | (present)       |

  @req:LS-TLS10-001 @req:LS-TLS10-002 @req:LS-TLS10-003 @req:LS-TLS10-004 @req:LS-TLS10-005
  Scenario Outline: ELBSecurityPolicy-<policy> has <number> ciphers
    When a user calls "DescribeSSLPolicies" with:
      | Names[1] | ELBSecurityPolicy-<policy> |
    Then the answer has:
      | SslPolicies[1].Ciphers[count] | <number> |

    Examples:
      | policy              | number |
      | 2016-08             | 18     |
      | TLS-1-2-Ext-2018-06 | 18     |
      | TLS-1-2-2017-01     | 12     |
      | TLS-1-1-2017-01     | 18     |
      | TLS-1-0-2015-04     | 19     |
