@guide:monitoring/access-log-entries @feature:access-log @needs:access-log @time:virtual
Feature: Access log entries
  Every request has an entry in the access log, whether it reached a target or not.

  Background:
    Given a load balancer
    And access logs are enabled
    And a target group "blue" with 1 target and the settings:
      | HealthCheckIntervalSeconds | 300 |

  @core @req:LOG-FIELD-001 @req:LOG-FIELD-003 @req:LOG-FIELD-004 @req:LOG-FIELD-005 @req:LOG-FIELD-013 @req:LOG-FIELD-014
  @req:LOG-FIELD-018 @req:LOG-FIELD-022 @req:LOG-FIELD-027 @req:LOG-ACTION-002 @req:LOG-FIELD-024
  Scenario: a forwarded request: who asked what, and who answered
    Given the listener forwards to "blue"
    When a client requests "/a%20b/?c=%C3%A9" with the headers:
      | User-Agent | tester/1.0 (a b) |
    Then the access log entry has:
      | type                  | http                                               |
      | elb                   | <load-balancer-id>                                 |
      | client:port           | <client-ip>:<client-port>                          |
      | target:port           | <blue-1-ip>:<blue-1-port>                          |
      | request               | GET http://example.com:80/a%20b/?c=%C3%A9 HTTP/1.1 |
      | user_agent            | tester/1.0 (a b)                                   |
      | target_group_arn      | <blue-arn>                                         |
      | matched_rule_priority | 0                                                  |
      | actions_executed      | forward                                            |
      | target:port_list      | <blue-1-ip>:<blue-1-port>                          |

  @core @req:LOG-FIELD-009 @req:LOG-FIELD-010 @req:LOG-FIELD-028 @req:LOG-FIELD-022
  Scenario: a forwarded request: status codes and the priority of its rule
    Given a rule with priority 17 that forwards the path "/img/*" to "blue"
    And target "blue-1" answers with status 418
    When a client requests "/img/logo.png"
    Then the access log entry has:
      | elb_status_code         | 418 |
      | target_status_code      | 418 |
      | target_status_code_list | 418 |
      | matched_rule_priority   | 17  |

  @core @req:LOG-FIELD-016 @req:LOG-FIELD-017 @req:LOG-FIELD-020 @req:LOG-FIELD-021 @req:LOG-FIELD-025 @req:LOG-FIELD-026
  @req:LOG-FIELD-029 @req:LOG-FIELD-030 @req:LOG-FIELD-014 @req:LOG-ENTRY-004
  Scenario: a forwarded request: fields with nothing to say
    Given the listener forwards to "blue"
    When a client requests "/"
    Then the access log entry has:
      | user_agent            | - |
      | ssl_cipher            | - |
      | ssl_protocol          | - |
      | domain_name           | - |
      | chosen_cert_arn       | - |
      | redirect_url          | - |
      | error_reason          | - |
      | classification        | - |
      | classification_reason | - |

  @core @req:LOG-FIELD-011 @req:LOG-FIELD-012
  Scenario: a forwarded request: sizes, headers included
    Given the listener forwards to "blue"
    And target "blue-1" answers with a body of 5000 bytes with their length
    When a client uploads 3000 bytes to "/upload" with their length
    Then the response has a body of 5000 bytes
    And the access log entry has:
      | received_bytes | <bytes-sent>     |
      | sent_bytes     | <bytes-received> |

  @core @req:LOG-FIELD-002 @req:LOG-FIELD-006 @req:LOG-FIELD-007 @req:LOG-FIELD-008 @req:LOG-FIELD-023
  Scenario: a forwarded request: times
    Given the listener forwards to "blue"
    And target "blue-1" holds its answers
    When a client requests "/" in the background
    And target "blue-1" has received 1 request
    And 3 s pass
    And target "blue-1" releases its answers
    Then the access log entry has:
      | time                     | ~ [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{6}Z |
      | request_creation_time    | ~ [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{6}Z |
      | request_processing_time  | ~ 0[.][0-9]{3}                                                      |
      | target_processing_time   | ~ 3[.][0-9]{3}                                                      |
      | response_processing_time | ~ 0[.][0-9]{3}                                                      |

  @core @req:LOG-ENTRY-003 @req:LOG-ENTRY-002
  Scenario: each request has an entry, health checks have none
    Given the listener forwards to "blue"
    And target "blue-1" has received 2 more health checks
    When a client requests "/1"
    And the client requests "/2"
    Then the access log has 2 entries
    And access log entry 1 has:
      | request | GET http://example.com:80/1 HTTP/1.1 |
    And access log entry 2 has:
      | request | GET http://example.com:80/2 HTTP/1.1 |

  @extended @req:LOG-FIELD-015
  Scenario: a long User-Agent is truncated to 8 KB
    Given the listener forwards to "blue"
    When a client requests "/" with the headers:
      | User-Agent | <9000 characters> |
    Then the access log entry has:
      | user_agent | <8192 characters> |
