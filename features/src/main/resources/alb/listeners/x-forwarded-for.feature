@guide:listeners/x-forwarded-for @feature:xff
Feature: X-Forwarded-For
  The header tells targets the address of the client. The load balancer appends to it, preserves it or removes it.

  @core @req:XFF-FOR-002 @req:XFF-FOR-006 @req:XFF-FOR-007 @req:XFF-FOR-010
  Scenario Outline: a request without X-Forwarded-For in <mode> mode
    Given a load balancer
    And the load balancer attribute "routing.http.xff_header_processing.mode" is set to "<mode>"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/index.html"
    Then the response comes from "blue"
    And target "blue-1" receives the headers "X-Forwarded-For" with the values "<received>"

    Examples:
      | mode     | received    |
      | append   | <client-ip> |
      | preserve |             |
      | remove   |             |

  @core @req:XFF-FOR-003 @req:XFF-FOR-006 @req:XFF-FOR-007 @req:XFF-FOR-011 @req:XFF-FOR-012
  Scenario Outline: a request with X-Forwarded-For: <sent> in <mode> mode
    Given a load balancer
    And the load balancer attribute "routing.http.xff_header_processing.mode" is set to "<mode>"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/index.html" with the headers:
      | X-Forwarded-For | <sent> |
    Then the response comes from "blue"
    And target "blue-1" receives the headers "X-Forwarded-For" with the values "<received>"

    Examples:
      | mode     | sent                 | received                          |
      | append   | 127.0.0.4            | 127.0.0.4, <client-ip>            |
      | preserve | 127.0.0.4            | 127.0.0.4                         |
      | remove   | 127.0.0.4            |                                   |
      | append   | 127.0.0.4, 127.0.0.8 | 127.0.0.4, 127.0.0.8, <client-ip> |
      | preserve | 127.0.0.4, 127.0.0.8 | 127.0.0.4, 127.0.0.8              |
      | remove   | 127.0.0.4, 127.0.0.8 |                                   |
      | preserve | a ,b,  [::1]:99, ,c  | a ,b,  [::1]:99, ,c               |

  @core @req:XFF-FOR-001 @req:XFF-FOR-002
  Scenario: a new load balancer appends
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/index.html"
    Then the load balancer attribute "routing.http.xff_header_processing.mode" is "append"
    And target "blue-1" receives the header "X-Forwarded-For" with the value "<client-ip>"

  @core @req:XFF-FOR-001
  Scenario: no other mode can be set
    Given a load balancer
    When a user sets the load balancer attribute "routing.http.xff_header_processing.mode" to "replace"
    Then the call is refused with "ValidationError"
    And the load balancer attribute "routing.http.xff_header_processing.mode" is "append"

  @core @req:XFF-FOR-004
  Scenario: the client port is added to a new header
    Given a load balancer
    And the load balancer attribute "routing.http.xff_client_port.enabled" is set to "true"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/index.html"
    Then target "blue-1" receives the header "X-Forwarded-For" with the value "<client-ip>:<client-port>"

  @core @req:XFF-FOR-005
  Scenario: the client port is added to an existing header
    Given a load balancer
    And the load balancer attribute "routing.http.xff_client_port.enabled" is set to "true"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/index.html" with the headers:
      | X-Forwarded-For | 127.0.0.4 |
    Then target "blue-1" receives the header "X-Forwarded-For" with the value "127.0.0.4, <client-ip>:<client-port>"

  @core @req:XFF-FOR-008 @req:XFF-FOR-009
  Scenario Outline: <mode> mode overrides the preservation of the client port
    Given a load balancer
    And the load balancer attribute "routing.http.xff_client_port.enabled" is set to "true"
    And the load balancer attribute "routing.http.xff_header_processing.mode" is set to "<mode>"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/index.html" with the headers:
      | X-Forwarded-For | 127.0.0.4 |
    Then the response comes from "blue"
    And target "blue-1" receives the headers "X-Forwarded-For" with the values "<received>"

    Examples:
      | mode     | received  |
      | preserve | 127.0.0.4 |
      | remove   |           |

  @extended @req:XFF-FOR-015
  Scenario Outline: two X-Forwarded-For headers in <mode> mode
    Given a load balancer
    And the load balancer attribute "routing.http.xff_header_processing.mode" is set to "<mode>"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/index.html" with the headers:
      | X-Forwarded-For | 127.0.0.4 |
      | x-forwarded-for | 127.0.0.8 |
    Then the response comes from "blue"
    And target "blue-1" receives the headers "X-Forwarded-For" with the values "<received>"

    Examples:
      | mode     | received               |
      | preserve | 127.0.0.4 \\x7c 127.0.0.8 |
      | remove   |                        |
