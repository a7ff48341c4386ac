@guide:monitoring/access-log-files @feature:access-log @needs:access-log @time:virtual @core
Feature: Access log files
  Each node publishes a compressed log file every five minutes. Its name tells whose it is and when it ended.

  Background:
    Given a load balancer

  @req:LOG-FILE-001
  Scenario: nothing is logged unless access logs are enabled
    When a client requests "/"
    And 601 s pass
    Then the bucket has 0 log files

  @req:LOG-FILE-002 @req:LOG-FILE-005 @req:LOG-FILE-008 @req:LOG-FILE-010
  Scenario: the path of a log file
    Given access logs are enabled
    When a client requests "/"
    Then the bucket has the file "~ AWSLogs/<account>/elasticloadbalancing/<region>/[0-9]{4}/[01][0-9]/[0-3][0-9]/<account>_elasticloadbalancing_<region>_app[.]<load-balancer-name>[.][0-9a-f]{16}_[0-9]{8}T[0-9]{2}[0-5][05]Z_<balancer-ip>_[0-9A-Za-z]+[.]log[.]gz"
    And the bucket has 1 log file

  @req:LOG-FILE-006
  Scenario: the path of a log file with a prefix
    Given access logs are enabled with the prefix "team-a/web"
    When a client requests "/"
    Then the bucket has the file "~ team-a/web/AWSLogs/<account>/elasticloadbalancing/<region>/.*[.]log[.]gz"
    And the access log has 1 entry

  @req:LOG-FILE-007
  Scenario Outline: the prefix <prefix> is refused
    When a user sets the load balancer attribute "access_logs.s3.prefix" to "<prefix>"
    Then the call is refused
    And the load balancer attribute "access_logs.s3.prefix" is ""

    Examples:
      | prefix       |
      | AWSLogs      |
      | team/AWSLogs |
      | myAWSLogs2   |

  @req:LOG-FILE-003 @req:LOG-FILE-010 @needs:zones
  Scenario: each node has a log file of its own
    Given access logs are enabled
    When a client requests "/a" in zone a
    And a client requests "/b" in zone b
    Then the bucket has 2 log files
    And the bucket has the file "~ .*_<balancer-ip>_[0-9A-Za-z]+[.]log[.]gz"
    And the access log has 2 entries

  @req:LOG-FILE-004 @req:LOG-FILE-009
  Scenario: a log file has the entries of five minutes
    Given access logs are enabled
    When a client requests "/1"
    And 301 s pass
    And a client requests "/2"
    And 301 s pass
    And a client requests "/3"
    Then the bucket has 3 log files
    And the access log has 3 entries
    And each log file covers the five minutes before its end time

  @req:LOG-FILE-011
  Scenario Outline: enabling access logs creates a test file <where>
    Given access logs are enabled with the prefix "<prefix>"
    Then the bucket has the file "<folder>AWSLogs/<account>/ELBAccessLogTestFile"
    And the bucket has 0 log files

    Examples:
      | where              | prefix | folder  |
      | without a prefix   |        |         |
      | below the prefix   | team-a | team-a/ |

  @req:LOG-FILE-012
  Scenario: after access logs are disabled nothing is added and nothing removed
    Given access logs are enabled
    When a client requests "/logged"
    And 301 s pass
    And a user sets the load balancer attribute "access_logs.s3.enabled" to "false"
    And a client requests "/not-logged"
    And 601 s pass
    Then the bucket has 1 log file
    And the access log entry has:
      | request | GET http://example.com:80/logged HTTP/1.1 |
