@guide:monitoring/classification-reasons-framing @feature:desync @feature:access-log @needs:access-log @time:virtual @core
Feature: Access log entries: classification reasons about where a body ends
  The access log tells how a request was classified that does not comply with RFC 7230, and why.

  Background:
    Given a load balancer
    And access logs are enabled

  @req:LOG-CLASS-001 @req:LOG-CLASS-002
  Scenario Outline: <reason>: <method> with <first>, <second>
    When a client sends:
      """
      <method> / HTTP/1.1
      Host: example.com
      <first>
      <second>

      <body>\
      """
    Then the access log entry has:
      | classification        | <class>  |
      | classification_reason | <reason> |

    @req:LOG-REASON-002
    Examples: BadContentLength
      | reason           | method | first                | second  | body  | class  |
      | BadContentLength | POST   | Content-Length: ten  | X-Ok: 1 |       | Severe |
      | BadContentLength | POST   | Content-Length: -1   | X-Ok: 1 |       | Severe |
      | BadContentLength | POST   | Content-Length: 5, 5 | X-Ok: 1 | hello | Severe |

    @req:LOG-REASON-004
    Examples: BadTransferEncoding
      | reason              | method | first                       | second  | body          | class  |
      | BadTransferEncoding | POST   | Transfer-Encoding: cow      | X-Ok: 1 |               | Severe |
      | BadTransferEncoding | POST   | Transfer-Encoding: chunked, | X-Ok: 1 | 0\\r\\n\\r\\n | Severe |

    @req:LOG-REASON-008
    Examples: BothTeClPresent
      | reason          | method | first                      | second            | body          | class     |
      | BothTeClPresent | POST   | Transfer-Encoding: chunked | Content-Length: 5 | 0\\r\\n\\r\\n | Ambiguous |

    @req:LOG-REASON-009
    Examples: DuplicateContentLength
      | reason                 | method | first             | second            | body  | class     |
      | DuplicateContentLength | POST   | Content-Length: 5 | Content-Length: 5 | hello | Ambiguous |

    @req:LOG-REASON-011
    Examples: GetHeadZeroContentLength
      | reason                   | method | first             | second  | body | class      |
      | GetHeadZeroContentLength | GET    | Content-Length: 0 | X-Ok: 1 |      | Acceptable |
      | GetHeadZeroContentLength | HEAD   | Content-Length: 0 | X-Ok: 1 |      | Acceptable |

    @req:LOG-REASON-012
    Examples: MultipleContentLength
      | reason                | method | first             | second            | body  | class  |
      | MultipleContentLength | POST   | Content-Length: 5 | Content-Length: 6 | hello | Severe |

    @req:LOG-REASON-013
    Examples: MultipleTransferEncodingChunked
      | reason                          | method | first                      | second                     | body          | class  |
      | MultipleTransferEncodingChunked | POST   | Transfer-Encoding: chunked | Transfer-Encoding: chunked | 0\\r\\n\\r\\n | Severe |

    @req:LOG-REASON-017
    Examples: SuspiciousHeader
      | reason           | method | first                       | second            | body  | class     |
      | SuspiciousHeader | POST   | Transfer-Encoding : chunked | Content-Length: 5 | hello | Ambiguous |
      | SuspiciousHeader | POST   | Content_Length: 5           | Content-Length: 5 | hello | Ambiguous |

    @req:LOG-REASON-018
    Examples: UndefinedContentLengthSemantics
      | reason                          | method | first             | second  | body  | class     |
      | UndefinedContentLengthSemantics | GET    | Content-Length: 5 | X-Ok: 1 | hello | Ambiguous |
      | UndefinedContentLengthSemantics | HEAD   | Content-Length: 5 | X-Ok: 1 | hello | Ambiguous |

    @req:LOG-REASON-019
    Examples: UndefinedTransferEncodingSemantics
      | reason                             | method | first                      | second  | body          | class     |
      | UndefinedTransferEncodingSemantics | GET    | Transfer-Encoding: chunked | X-Ok: 1 | 0\\r\\n\\r\\n | Ambiguous |
      | UndefinedTransferEncodingSemantics | HEAD   | Transfer-Encoding: chunked | X-Ok: 1 | 0\\r\\n\\r\\n | Ambiguous |
