@guide:monitoring/classification-modes @feature:desync @feature:access-log @needs:access-log @time:virtual @core
Feature: Access log entries: classification in each mode
  A request has its classification in the access log whether it was allowed or blocked.

  Background:
    Given a load balancer
    And access logs are enabled

  @req:LOG-CLASS-001 @req:LOG-CLASS-002 @req:LOG-FIELD-009 @req:LB-DESYNC-004
  Scenario Outline: a severe request in <mode> mode
    Given the load balancer attribute "routing.http.desync_mitigation_mode" is set to "<mode>"
    When a client sends:
      """
      GET / HTTP/1.1
      Host: example.com
      X-Odd: a\x00b

      """
    Then the access log entry has:
      | elb_status_code       | <status>  |
      | actions_executed      | <actions> |
      | classification        | Severe    |
      | classification_reason | BadHeader |

    Examples:
      | mode      | status | actions        |
      | monitor   | 404    | fixed-response |
      | defensive | 400    | -              |
      | strictest | 400    | -              |

  @req:LOG-CLASS-002
  Scenario: the reason is that of the worst fault
    When a client sends:
      """
      POST /a b HTTP/1.1
      Host: example.com
      X-Odd: a\x01b
      Content-Length: 2
      Content-Length: 2

      {}\
      """
    Then the access log entry has:
      | classification        | Ambiguous              |
      | classification_reason | DuplicateContentLength |

  @req:LOG-FIELD-029 @req:LOG-FIELD-030
  Scenario Outline: a request that complies has no classification: <header>
    When a client sends:
      """
      POST / HTTP/1.1
      Host: example.com
      <header>
      Content-Length: 2

      {}\
      """
    Then the access log entry has:
      | elb_status_code       | 404 |
      | classification        | -   |
      | classification_reason | -   |

    Examples:
      | header                        |
      | X-Empty:                      |
      | X-Tab: a\\tb                  |
      | X-Encoding: transfer-encoding |
