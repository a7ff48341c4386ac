@guide:quotas/quotas @feature:quotas
Feature: Quotas for your Application Load Balancers
  An account can ask for its limits.

  @core @req:QUO-LB-001 @req:QUO-LB-002 @req:QUO-LB-003 @req:QUO-LB-004 @req:QUO-LB-005 @req:QUO-LB-006
  @req:QUO-TG-001 @req:QUO-RULE-001 @req:QUO-RULE-002 @req:QUO-RULE-003
  Scenario Outline: <name> is <default> by default
    When a user calls "DescribeAccountLimits"
    Then the answer has:
      | Limits[Name=<name>].Max | <default> |

    Examples:
      | name                                                  | default |
      | application-load-balancers                            | 50      |
      | certificates-per-application-load-balancer            | 25      |
      | listeners-per-application-load-balancer               | 50      |
      | target-groups-per-action-on-application-load-balancer | 5       |
      | target-groups-per-application-load-balancer           | 100     |
      | targets-per-application-load-balancer                 | 1000    |
      | target-groups                                         | 3000    |
      | rules-per-application-load-balancer                   | 100     |
      | condition-values-per-alb-rule                         | 5       |
      | condition-wildcards-per-alb-rule                      | 5       |

  @extended @needs:quotas @req:QUO-ACC-001
  Scenario Outline: <name> is told as it is adjusted
    Given the quota "<name>" is adjusted to 7
    When a user calls "DescribeAccountLimits"
    Then the answer has:
      | Limits[Name=<name>].Max | 7 |

    Examples:
      | name                                       |
      | application-load-balancers                 |
      | certificates-per-application-load-balancer |
      | listeners-per-application-load-balancer    |
      | targets-per-application-load-balancer      |
      | target-groups                              |
      | rules-per-application-load-balancer        |

  @extended @needs:aws-cli @req:QUO-ACC-002
  Scenario: the quotas are shown by the command
    When a user runs:
      """
      aws elbv2 describe-account-limits
      """
    Then the answer has:
      | Limits[Name=application-load-balancers].Max | 50 |
