@guide:load-balancers/desync-mitigation-mode @feature:desync @core
Feature: Desync mitigation mode
  Each request is classified by the threat it poses. The mode says which classes are allowed and which are blocked.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  Scenario Outline: allowed in <mode> mode: <what>
    Given the load balancer attribute "routing.http.desync_mitigation_mode" is set to "<mode>"
    When a client sends:
      """
      <request line>
      Host: example.com
      <header>

      <body>\
      """
    Then the response comes from "blue"
    And target "blue-1" receives 1 request

    @req:LB-DESYNC-001
    Examples: compliant requests
      | mode      | what                   | request line    | header                     | body          |
      | monitor   | a plain request        | GET / HTTP/1.1  | Accept: */*                |               |
      | defensive | a plain request        | GET / HTTP/1.1  | Accept: */*                |               |
      | strictest | a plain request        | GET / HTTP/1.1  | Accept: */*                |               |
      | strictest | a body with its length | POST / HTTP/1.1 | Content-Length: 2          | {}            |
      | strictest | a body in chunks       | POST / HTTP/1.1 | Transfer-Encoding: chunked | 0\\r\\n\\r\\n |
      | strictest | an empty value         | GET / HTTP/1.1  | X-Empty:                   |               |

    @req:LB-DESYNC-002
    Examples: acceptable requests
      | mode      | what                       | request line   | header            | body |
      | monitor   | a length of 0 without need | GET / HTTP/1.1 | Content-Length: 0 |      |
      | defensive | a length of 0 without need | GET / HTTP/1.1 | Content-Length: 0 |      |
      | monitor   | a control character        | GET / HTTP/1.1 | X-Odd: a\\x01b    |      |
      | defensive | a control character        | GET / HTTP/1.1 | X-Odd: a\\x01b    |      |

    @req:LB-DESYNC-003
    Examples: ambiguous requests
      | mode      | what                    | request line    | header                                   | body |
      | monitor   | a length given twice    | POST / HTTP/1.1 | Content-Length: 2\\r\\nContent-Length: 2 | {}   |
      | defensive | a length given twice    | POST / HTTP/1.1 | Content-Length: 2\\r\\nContent-Length: 2 | {}   |
      | monitor   | a length nobody expects | GET / HTTP/1.1  | Content-Length: 2                        | {}   |
      | defensive | a length nobody expects | GET / HTTP/1.1  | Content-Length: 2                        | {}   |

    @req:LB-DESYNC-004
    Examples: severe requests
      | mode    | what               | request line   | header         | body |
      | monitor | a null character   | GET / HTTP/1.1 | X-Odd: a\\x00b |      |
      | monitor | a malformed method | G(T / HTTP/1.1 | Accept: */*    |      |

  @req:LB-DESYNC-007
  Scenario Outline: blocked in <mode> mode: <what>
    Given the load balancer attribute "routing.http.desync_mitigation_mode" is set to "<mode>"
    When a client sends:
      """
      <request line>
      Host: example.com
      <header>

      <body>\
      """
    Then the response has the status 400
    And the connection to the client is closed
    And target "blue-1" receives nothing

    @req:LB-DESYNC-002
    Examples: acceptable requests
      | mode      | what                       | request line   | header            | body |
      | strictest | a length of 0 without need | GET / HTTP/1.1 | Content-Length: 0 |      |
      | strictest | a control character        | GET / HTTP/1.1 | X-Odd: a\\x01b    |      |

    @req:LB-DESYNC-003
    Examples: ambiguous requests
      | mode      | what                    | request line    | header                                   | body |
      | strictest | a length given twice    | POST / HTTP/1.1 | Content-Length: 2\\r\\nContent-Length: 2 | {}   |
      | strictest | a length nobody expects | GET / HTTP/1.1  | Content-Length: 2                        | {}   |

    @req:LB-DESYNC-004
    Examples: severe requests
      | mode      | what               | request line   | header         | body |
      | defensive | a null character   | GET / HTTP/1.1 | X-Odd: a\\x00b |      |
      | strictest | a null character   | GET / HTTP/1.1 | X-Odd: a\\x00b |      |
      | defensive | a malformed method | G(T / HTTP/1.1 | Accept: */*    |      |
      | strictest | a malformed method | G(T / HTTP/1.1 | Accept: */*    |      |

  @req:LB-DESYNC-011
  Scenario Outline: a new load balancer is in defensive mode: <value>
    When a client requests "/" with the headers:
      | X-Odd | <value> |
    Then the response has the status <status>

    Examples:
      | value   | status |
      | a\\x01b | 200    |
      | a\\x00b | 400    |
