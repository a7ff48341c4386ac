@guide:target-groups/health-check-settings @feature:health-check @core
Feature: Health check settings
  Each target group has its own settings, with defaults and ranges.

  @req:HC-SET-001 @req:HC-SET-003 @req:HC-SET-004 @req:HC-SET-005 @req:HC-SET-007 @req:HC-SET-009 @req:HC-SET-011 @req:HC-SET-013
  Scenario: the defaults
    When a user calls "CreateTargetGroup" with:
      | Name     | tg-<unique> |
      | Protocol | HTTP        |
      | Port     | 80          |
      | VpcId    | <vpc>       |
    Then the answer has:
      | TargetGroups[1].HealthCheckProtocol        | HTTP         |
      | TargetGroups[1].HealthCheckPort            | traffic-port |
      | TargetGroups[1].HealthCheckPath            | /            |
      | TargetGroups[1].HealthCheckTimeoutSeconds  | 5            |
      | TargetGroups[1].HealthCheckIntervalSeconds | 30           |
      | TargetGroups[1].HealthyThresholdCount      | 5            |
      | TargetGroups[1].UnhealthyThresholdCount    | 2            |
      | TargetGroups[1].Matcher.HttpCode           | 200          |

  @req:HC-SET-001 @req:HC-SET-005 @req:HC-SET-007 @req:HC-SET-009 @req:HC-SET-011 @req:HC-SET-013
  Scenario Outline: <setting> of <value> with an interval of <interval> s
    When a user calls "CreateTargetGroup" with:
      | Name                       | tg-<unique> |
      | Protocol                   | HTTP        |
      | Port                       | 80          |
      | VpcId                      | <vpc>       |
      | HealthCheckIntervalSeconds | <interval>  |
      | HealthCheckTimeoutSeconds  | 2           |
      | <setting>                  | <value>     |
    Then the call <outcome>

    Examples:
      | setting                   | value   | interval | outcome    |
      | HealthCheckProtocol       | HTTPS   | 30       | succeeds   |
      | HealthCheckProtocol       | FTP     | 30       | is refused |
      | HealthCheckTimeoutSeconds | 2       | 30       | succeeds   |
      | HealthCheckTimeoutSeconds | 120     | 300      | succeeds   |
      | HealthCheckTimeoutSeconds | 1       | 30       | is refused |
      | HealthCheckTimeoutSeconds | 121     | 300      | is refused |
      | UnhealthyThresholdCount   | 2       | 5        | succeeds   |
      | UnhealthyThresholdCount   | 2       | 4        | is refused |
      | UnhealthyThresholdCount   | 2       | 300      | succeeds   |
      | UnhealthyThresholdCount   | 2       | 301      | is refused |
      | UnhealthyThresholdCount   | 10      | 30       | succeeds   |
      | UnhealthyThresholdCount   | 1       | 30       | is refused |
      | UnhealthyThresholdCount   | 11      | 30       | is refused |
      | HealthyThresholdCount     | 2       | 30       | succeeds   |
      | HealthyThresholdCount     | 10      | 30       | succeeds   |
      | HealthyThresholdCount     | 1       | 30       | is refused |
      | HealthyThresholdCount     | 11      | 30       | is refused |
      | Matcher.HttpCode          | 200     | 30       | succeeds   |
      | Matcher.HttpCode          | 499     | 30       | succeeds   |
      | Matcher.HttpCode          | 200,202 | 30       | succeeds   |
      | Matcher.HttpCode          | 200-299 | 30       | succeeds   |
      | Matcher.HttpCode          | 199     | 30       | is refused |
      | Matcher.HttpCode          | 500     | 30       | is refused |
      | Matcher.HttpCode          | 200-500 | 30       | is refused |
      | Matcher.HttpCode          | OK      | 30       | is refused |

  @req:HC-SET-014 @time:settable
  Scenario Outline: with the matcher <matcher> the answer <code> makes a new target <state>
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | Matcher.HttpCode | <matcher> |
    And target "blue-1" answers health checks with status <code>
    And the listener forwards to "blue"
    Then target "blue-1" becomes "<state>"

    Examples:
      | matcher | code | state     |
      | 200     | 200  | healthy   |
      | 200     | 201  | unhealthy |
      | 200     | 302  | unhealthy |
      | 200,302 | 302  | healthy   |
      | 200,302 | 301  | unhealthy |
      | 200-299 | 299  | healthy   |
      | 200-299 | 300  | unhealthy |
      | 404     | 404  | healthy   |
      | 404     | 200  | unhealthy |

  @req:HC-SET-006 @time:settable
  Scenario Outline: an answer after 3 s with a timeout of <timeout> s leaves a target <state>
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | HealthCheckIntervalSeconds | 10        |
      | HealthCheckTimeoutSeconds  | <timeout> |
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    When target "blue-1" answers health checks after 3 s
    And target "blue-1" has received 3 more health checks
    Then target "blue-1" is "<state>"

    Examples:
      | timeout | state     |
      | 2       | unhealthy |
      | 5       | healthy   |
