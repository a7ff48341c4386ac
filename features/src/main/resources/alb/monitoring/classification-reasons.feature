@guide:monitoring/classification-reasons @feature:desync @feature:access-log @needs:access-log @time:virtual @core
Feature: Access log entries: classification reasons
  The access log tells how a request was classified that does not comply with RFC 7230, and why.

  Background:
    Given a load balancer
    And access logs are enabled

  @req:LOG-CLASS-001 @req:LOG-CLASS-002
  Scenario Outline: <reason>: <what>
    When a client sends:
      """
      <request line>
      Host: example.com
      <header>

      """
    Then the access log entry has:
      | classification        | <class>  |
      | classification_reason | <reason> |

    @req:LOG-REASON-001
    Examples: AmbiguousUri
      | reason       | what                | request line          | header  | class     |
      | AmbiguousUri | a control character | GET /a\\x01b HTTP/1.1 | X-Ok: 1 | Ambiguous |
      | AmbiguousUri | a delete character  | GET /a\\x7fb HTTP/1.1 | X-Ok: 1 | Ambiguous |

    @req:LOG-REASON-003
    Examples: BadHeader
      | reason    | what              | request line   | header          | class  |
      | BadHeader | a null character  | GET / HTTP/1.1 | X-A: b\\x00c    | Severe |
      | BadHeader | a carriage return | GET / HTTP/1.1 | X-A: b\\rX-C: d | Severe |

    @req:LOG-REASON-005
    Examples: BadUri
      | reason | what              | request line          | header  | class  |
      | BadUri | a null character  | GET /a\\x00b HTTP/1.1 | X-Ok: 1 | Severe |
      | BadUri | a carriage return | GET /a\\rb HTTP/1.1   | X-Ok: 1 | Severe |

    @req:LOG-REASON-006
    Examples: BadMethod
      | reason    | what          | request line   | header  | class  |
      | BadMethod | a parenthesis | G(T / HTTP/1.1 | X-Ok: 1 | Severe |

    @req:LOG-REASON-007
    Examples: BadVersion
      | reason     | what             | request line    | header  | class  |
      | BadVersion | two digits       | GET / HTTP/1.10 | X-Ok: 1 | Severe |
      | BadVersion | another protocol | GET / HTPP/1.1  | X-Ok: 1 | Severe |

    @req:LOG-REASON-010
    Examples: EmptyHeader
      | reason      | what                    | request line   | header     | class     |
      | EmptyHeader | no name                 | GET / HTTP/1.1 | : b        | Ambiguous |
      | EmptyHeader | a line with only spaces | GET / HTTP/1.1 | \\x20\\x20 | Ambiguous |

    @req:LOG-REASON-014
    Examples: NonCompliantHeader
      | reason             | what                            | request line   | header       | class      |
      | NonCompliantHeader | a non-ASCII character in a name | GET / HTTP/1.1 | X-\\xe9: b   | Acceptable |
      | NonCompliantHeader | a control character in a value  | GET / HTTP/1.1 | X-A: b\\x01c | Acceptable |
      | NonCompliantHeader | a space in a name               | GET / HTTP/1.1 | X A: b       | Acceptable |

    @req:LOG-REASON-015
    Examples: NonCompliantVersion
      | reason              | what                             | request line   | header  | class      |
      | NonCompliantVersion | a minor version that is not made | GET / HTTP/1.2 | X-Ok: 1 | Acceptable |

    @req:LOG-REASON-016
    Examples: SpaceInUri
      | reason     | what    | request line      | header  | class      |
      | SpaceInUri | a space | GET /a b HTTP/1.1 | X-Ok: 1 | Acceptable |
