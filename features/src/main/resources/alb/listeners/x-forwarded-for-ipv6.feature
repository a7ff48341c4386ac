@guide:listeners/x-forwarded-for-ipv6 @feature:xff @extended @needs:ipv6
Feature: X-Forwarded-For of IPv6 clients
  An IPv6 address stands alone without brackets, and in brackets before a port.

  @req:XFF-FOR-013
  Scenario Outline: an IPv6 client in <mode> mode, X-Forwarded-For: <sent>
    Given a load balancer with the IP address type "dualstack"
    And the load balancer attribute "routing.http.xff_header_processing.mode" is set to "<mode>"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When an IPv6 client requests "/index.html" with the headers:
      | X-Forwarded-For | <sent> |
    Then target "blue-1" receives the headers "X-Forwarded-For" with the values "<received>"

    Examples:
      | mode     | sent        | received                 |
      | append   | 2001:db8::1 | 2001:db8::1, <client-ip> |
      | append   | 127.0.0.4   | 127.0.0.4, <client-ip>   |
      | preserve | 2001:db8::1 | 2001:db8::1              |
      | remove   | 2001:db8::1 |                          |

  @req:XFF-FOR-014
  Scenario Outline: the port of an IPv6 client in <mode> mode
    Given a load balancer with the IP address type "dualstack"
    And the load balancer attribute "routing.http.xff_client_port.enabled" is set to "true"
    And the load balancer attribute "routing.http.xff_header_processing.mode" is set to "<mode>"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When an IPv6 client requests "/index.html" with the headers:
      | X-Forwarded-For | 127.0.0.4 |
    Then target "blue-1" receives the headers "X-Forwarded-For" with the values "<received>"

    Examples:
      | mode     | received                               |
      | append   | 127.0.0.4, [<client-ip>]:<client-port> |
      | preserve | 127.0.0.4                              |
      | remove   |                                        |

  @req:XFF-FOR-013
  Scenario: an IPv6 client that sends none
    Given a load balancer with the IP address type "dualstack"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When an IPv6 client requests "/index.html"
    Then target "blue-1" receives the headers "X-Forwarded-For" with the values "<client-ip>"

  @req:XFF-FOR-014
  Scenario: an IPv6 client that sends none, with its port
    Given a load balancer with the IP address type "dualstack"
    And the load balancer attribute "routing.http.xff_client_port.enabled" is set to "true"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When an IPv6 client requests "/index.html"
    Then target "blue-1" receives the headers "X-Forwarded-For" with the values "[<client-ip>]:<client-port>"
