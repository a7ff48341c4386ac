@guide:monitoring/connection-log-files @feature:connection-log @needs:connection-log @time:virtual @core
Feature: Connection log files
  Each node publishes a compressed log file every five minutes. Its name tells whose it is and when it ended.

  Background:
    Given a load balancer

  @req:CLOG-FILE-001
  Scenario: nothing is logged unless connection logs are enabled
    When a client requests "/"
    And 601 s pass
    Then the bucket has 0 connection log files

  @req:CLOG-FILE-002 @req:CLOG-FILE-005 @req:CLOG-FILE-009
  Scenario: the path of a log file
    Given connection logs are enabled
    When a client requests "/"
    Then the bucket has the file "~ AWSLogs/<account>/elasticloadbalancing/<region>/[0-9]{4}/[01][0-9]/[0-3][0-9]/conn_log[.]<account>_elasticloadbalancing_<region>_app[.]<load-balancer-name>[.][0-9a-f]{16}_[0-9]{8}T[0-9]{2}[0-5][05]Z_<balancer-ip>_[0-9A-Za-z]+[.]log[.]gz"
    And the bucket has 1 connection log file
    And the bucket has 0 log files

  @req:CLOG-FILE-006
  Scenario: the path of a log file with a prefix
    Given connection logs are enabled with the prefix "team-a/web"
    When a client requests "/"
    Then the bucket has the file "~ team-a/web/AWSLogs/<account>/elasticloadbalancing/<region>/.*/conn_log[.].*[.]log[.]gz"
    And the connection log has 1 entry

  @req:CLOG-FILE-007
  Scenario: a prefix with AWSLogs in it is refused
    When a user sets the load balancer attribute "connection_logs.s3.prefix" to "team/AWSLogs"
    Then the call is refused
    And the load balancer attribute "connection_logs.s3.prefix" is ""

  @req:CLOG-FILE-012
  Scenario: connection logs without a bucket are refused
    When a user sets the load balancer attribute "connection_logs.s3.enabled" to "true"
    Then the call is refused

  @req:CLOG-FILE-003 @req:CLOG-FILE-009 @needs:zones
  Scenario: each node has a log file of its own
    Given connection logs are enabled
    When a client requests "/" in zone a
    And a client requests "/" in zone b
    Then the bucket has 2 connection log files
    And the bucket has the file "~ .*/conn_log[.].*_<balancer-ip>_[0-9A-Za-z]+[.]log[.]gz"
    And the connection log has 2 entries

  @req:CLOG-FILE-003 @req:CLOG-FILE-008
  Scenario: a log file has the entries of five minutes
    Given connection logs are enabled
    When a client requests "/"
    And 301 s pass
    And a client requests "/"
    Then the bucket has 2 connection log files
    And the connection log has 2 entries

  @req:CLOG-FILE-010
  Scenario: enabling connection logs creates a test file
    Given connection logs are enabled with the prefix "team-a"
    Then the bucket has the file "team-a/AWSLogs/<account>/ELBConnectionLogTestFile"
    And the bucket has 0 connection log files

  @req:CLOG-FILE-011
  Scenario: after connection logs are disabled nothing is added and nothing removed
    Given connection logs are enabled
    When a client requests "/"
    And 301 s pass
    And a user sets the load balancer attribute "connection_logs.s3.enabled" to "false"
    And a client requests "/"
    And 601 s pass
    Then the bucket has 1 connection log file
    And the connection log has 1 entry
