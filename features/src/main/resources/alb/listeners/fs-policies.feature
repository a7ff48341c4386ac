@guide:listeners/fs-policies @feature:tls-policies @core
Feature: FS supported policies
  Each policy allows certain protocol versions and ciphers.

  @req:LS-FS-001 @req:LS-FS-002 @req:LS-FS-003 @req:LS-FS-004 @req:LS-FS-005
  @req:LS-FS-006
  Scenario Outline: the protocol versions of ELBSecurityPolicy-<policy>
    When a user calls "DescribeSSLPolicies" with:
      | Names[1] | ELBSecurityPolicy-<policy> |
    Then the answer has:
      | SslPolicies[count]          | 1           |
      | SslPolicies[1].SslProtocols | <protocols> |

    Examples:
      | policy             | protocols                     |
      | 2016-08            | ["TLSv1","TLSv1.1","TLSv1.2"] |
      | FS-1-2-Res-2020-10 | ["TLSv1.2"]                   |
      | FS-1-2-Res-2019-08 | ["TLSv1.2"]                   |
      | FS-1-2-2019-08     | ["TLSv1.2"]                   |
      | FS-1-1-2019-08     | ["TLSv1.1","TLSv1.2"]         |
      | FS-2018-06         | ["TLSv1","TLSv1.1","TLSv1.2"] |

  @req:LS-FS-001 @req:LS-FS-002 @req:LS-FS-003 @req:LS-FS-004 @req:LS-FS-005
  @req:LS-FS-006
  Scenario Outline: the policies with the cipher <cipher>
    When a user calls "DescribeSSLPolicies"
    Then the answer has:
      | SslPolicies[Name=ELBSecurityPolicy-2016-08].Ciphers[Name=<cipher>].Name            | <2016-08>            |
      | SslPolicies[Name=ELBSecurityPolicy-FS-1-2-Res-2020-10].Ciphers[Name=<cipher>].Name | <FS-1-2-Res-2020-10> |
      | SslPolicies[Name=ELBSecurityPolicy-FS-1-2-Res-2019-08].Ciphers[Name=<cipher>].Name | <FS-1-2-Res-2019-08> |
      | SslPolicies[Name=ELBSecurityPolicy-FS-1-2-2019-08].Ciphers[Name=<cipher>].Name     | <FS-1-2-2019-08>     |
      | SslPolicies[Name=ELBSecurityPolicy-FS-1-1-2019-08].Ciphers[Name=<cipher>].Name     | <FS-1-1-2019-08>     |
      | SslPolicies[Name=ELBSecurityPolicy-FS-2018-06].Ciphers[Name=<cipher>].Name         | <FS-2018-06>         |

    Examples:
      | cipher                        | 2016-08   | FS-1-2-Res-2020-10 | FS-1-2-Res-2019-08 | FS-1-2-2019-08 | FS-1-1-2019-08 | FS-2018-06 |
      | ECDHE-ECDSA-AES128-GCM-SHA256 | (present) | (present)          | (present)          | (present)      | (present)      | (present)  |
      | ECDHE-RSA-AES128-GCM-SHA256   | (present) | (present)          | (present)          | (present)      | (present)      | (present)  |
      | ECDHE-ECDSA-AES128-SHA256     | (present) | (absent)           | (present)          | (present)      | (present)      | (present)  |
      | ECDHE-RSA-AES128-SHA256       | (present) | (absent)           | (present)          | (present)      | (present)      | (present)  |
      | ECDHE-ECDSA-AES128-SHA        | (present) | (absent)           | (absent)           | (present)      | (present)      | (present)  |
      | ECDHE-RSA-AES128-SHA          | (present) | (absent)           | (absent)           | (present)      | (present)      | (present)  |
      | ECDHE-ECDSA-AES256-GCM-SHA384 | (present) | (present)          | (present)          | (present)      | (present)      | (present)  |
      | ECDHE-RSA-AES256-GCM-SHA384   | (present) | (present)          | (present)          | (present)      | (present)      | (present)  |
      | ECDHE-ECDSA-AES256-SHA384     | (present) | (absent)           | (present)          | (present)      | (present)      | (present)  |
      | ECDHE-RSA-AES256-SHA384       | (present) | (absent)           | (present)          | (present)      | (present)      | (present)  |
      | ECDHE-RSA-AES256-SHA          | (present) | (absent)           | (absent)           | (present)      | (present)      | (present)  |
      | ECDHE-ECDSA-AES256-SHA        | (present) | (absent)           | (absent)           | (present)      | (present)      | (present)  |
      | AES128-GCM-SHA256             | (present) | (absent)           | (absent)           | (absent)       | (absent)       | (absent)   |
      | AES128-SHA256                 | (present) | (absent)           | (absent)           | (absent)       | (absent)       | (absent)   |
      | AES128-SHA                    | (present) | (absent)           | (absent)           | (absent)       | (absent)       | (absent)   |
      | AES256-GCM-SHA384             | (present) | (absent)           | (absent)           | (absent)       | (absent)       | (absent)   |
      | AES256-SHA256                 | (present) | (absent)           | (absent)           | (absent)       | (absent)       | (absent)   |
      | AES256-SHA                    | (present) | (absent)           | (absent)           | (absent)       | (absent)       | (absent)   |

  @req:LS-FS-001 @req:LS-FS-002 @req:LS-FS-003 @req:LS-FS-004 @req:LS-FS-005
  @req:LS-FS-006
  Scenario Outline: ELBSecurityPolicy-<policy> has <number> ciphers
    When a user calls "DescribeSSLPolicies" with:
      | Names[1] | ELBSecurityPolicy-<policy> |
    Then the answer has:
      | SslPolicies[1].Ciphers[count] | <number> |

    Examples:
      | policy             | number |
      | 2016-08            | 18     |
      | FS-1-2-Res-2020-10 | 4      |
      | FS-1-2-Res-2019-08 | 8      |
      | FS-1-2-2019-08     | 12     |
      | FS-1-1-2019-08     | 12     |
      | FS-2018-06         | 12     |
