@guide:load-balancers/desync-http2 @feature:desync @needs:h2 @needs:certificates
Feature: Desync mitigation mode: requests over HTTP/2
  Each is classified as the HTTP/1.1 request that it becomes.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  Scenario Outline: allowed in <mode> mode: <method> with <name> <value>, and the connection goes on
    Given the load balancer attribute "routing.http.desync_mitigation_mode" is set to "<mode>"
    When an HTTP/2 client sends a request with the fields and the body "<body>":
      | :method    | <method>    |
      | :scheme    | https       |
      | :authority | example.com |
      | :path      | /           |
      | <name>     | <value>     |
    And the client requests "/next"
    Then response 1 comes from "blue"
    And response 2 comes from "blue"

    @core @req:LB-DESYNC-001
    Examples: compliant requests
      | mode      | method | name           | value | body |
      | strictest | POST   | content-length | 2     | {}   |
      | strictest | POST   | x-a            | 1     | {}   |

    @core @req:LB-DESYNC-002
    Examples: acceptable requests
      | mode      | method | name           | value   | body |
      | monitor   | POST   | x-odd          | a\\x01b | {}   |
      | defensive | POST   | x-odd          | a\\x01b | {}   |
      | defensive | GET    | content-length | 0       |      |

    @extended @req:LB-DESYNC-006
    Examples: ambiguous requests
      | mode    | method | name              | value   | body |
      | monitor | GET    | content-length    | 2       | {}   |
      | monitor | POST   | transfer_encoding | chunked | {}   |

  @core @req:LB-DESYNC-002 @req:LB-DESYNC-003 @req:LB-DESYNC-007
  Scenario Outline: blocked in strictest mode: <method> with <name> <value>
    Given the load balancer attribute "routing.http.desync_mitigation_mode" is set to "strictest"
    When an HTTP/2 client sends a request with the fields and the body "<body>":
      | :method    | <method>    |
      | :scheme    | https       |
      | :authority | example.com |
      | :path      | /           |
      | <name>     | <value>     |
    Then the response has the status 400
    And the connection to the client is closed
    And target "blue-1" receives nothing

    Examples:
      | method | name              | value   | body |
      | POST   | x-odd             | a\\x01b | {}   |
      | GET    | content-length    | 0       |      |
      | GET    | content-length    | 2       | {}   |
      | POST   | transfer_encoding | chunked | {}   |

  @core @req:LB-DESYNC-005
  Scenario Outline: in defensive mode both connections are closed after <method> with <name> <value>
    When an HTTP/2 client sends a request with the fields and the body "{}":
      | :method    | <method>    |
      | :scheme    | https       |
      | :authority | example.com |
      | :path      | /           |
      | <name>     | <value>     |
    Then the response comes from "blue"
    And the client receives GOAWAY with "NO_ERROR" and the last request 1
    And the connection to the client is closed with FIN
    And target "blue-1" sees the connection closed

    Examples:
      | method | name              | value   |
      | GET    | content-length    | 2       |
      | POST   | transfer_encoding | chunked |

  @core @req:LB-DESYNC-005 @req:LS-H2-010
  Scenario: requests in parallel with an ambiguous one are completed
    Given target "blue-1" holds its answers
    When an HTTP/2 client requests "/before" in the background
    And the client sends a request with the fields and the body "{}":
      | :method        | GET         |
      | :scheme        | https       |
      | :authority     | example.com |
      | :path          | /           |
      | content-length | 2           |
    And target "blue-1" has received 2 requests
    And target "blue-1" releases its answers
    Then response 1 comes from "blue"
    And response 2 comes from "blue"
    And the client receives GOAWAY with "NO_ERROR" and the last request 2
    And the connection to the client is closed with FIN

  @extended @req:LB-DESYNC-009
  Scenario: a length given twice reaches the target once, and what looks like a coding does not
    When an HTTP/2 client sends a request with the fields and the body "hello":
      | :method           | POST        |
      | :scheme           | https       |
      | :authority        | example.com |
      | :path             | /upload     |
      | content-length    | 5           |
      | content-length    | 5           |
      | transfer_encoding | chunked     |
    Then the response comes from "blue"
    And target "blue-1" receives the headers "Content-Length" with the values "5"
    And target "blue-1" receives the body "hello"
    And target "blue-1" receives no header "transfer_encoding"

  @core @req:LS-H2-014
  Scenario: in monitor mode too, what HTTP/2 does not allow is refused
    Given the load balancer attribute "routing.http.desync_mitigation_mode" is set to "monitor"
    When an HTTP/2 client requests "/" with the headers:
      | x-odd | a\\x00b |
    Then the stream of the response is reset with "PROTOCOL_ERROR"
    And target "blue-1" receives nothing
