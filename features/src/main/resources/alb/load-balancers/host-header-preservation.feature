@guide:load-balancers/host-header-preservation @feature:host-header
Feature: Host header preservation
  Unless it is told to preserve the Host header, the load balancer writes the listener's port into it: appended if the
  port is not a default one, removed if it is.

  @core @req:LB-HOST-004 @req:LB-HOST-005 @req:LB-HOST-006 @req:LB-HOST-007
  @req:LB-HOST-008 @req:LB-HOST-009 @req:LB-HOST-011 @req:LB-HOST-012
  Scenario Outline: a request for <sent> to port <port> reaches the target as <received>
    Given a load balancer with a listener on port <port>
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/index.html" from "<sent>"
    Then target "blue-1" receives the header "Host" with the value "<received>"

    Examples: default ports
      | port | sent             | received    |
      | 80   | example.com      | example.com |
      | 80   | example.com:80   | example.com |
      | 80   | example.com:443  | example.com |
      | 80   | example.com:9999 | example.com |
      | 443  | example.com      | example.com |
      | 443  | example.com:443  | example.com |

    Examples: another port
      | port | sent                 | received             |
      | 8080 | example.com          | example.com:8080     |
      | 8080 | example.com:8080     | example.com:8080     |
      | 9000 | www.example.com      | www.example.com:9000 |
      | 9000 | www.example.com:9000 | www.example.com:9000 |

  @core @req:LB-HOST-001 @req:LB-HOST-008 @req:LB-HOST-009 @req:LB-HOST-011 @req:LB-HOST-012
  Scenario Outline: a preserved Host header <sent> reaches the target unmodified from port <port>
    Given a load balancer with a listener on port <port>
    And the load balancer attribute "routing.http.preserve_host_header.enabled" is set to "true"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/index.html" from "<sent>"
    Then target "blue-1" receives the header "Host" with the value "<sent>"

    Examples:
      | port | sent             |
      | 80   | example.com      |
      | 80   | example.com:80   |
      | 80   | example.com:443  |
      | 80   | Example.COM      |
      | 8080 | example.com      |
      | 8080 | example.com:8080 |

  @core @req:LB-HOST-010
  Scenario Outline: with preservation <preserve>, the host of an absolute request target is sent as <received>
    Given a load balancer
    And the load balancer attribute "routing.http.preserve_host_header.enabled" is set to "<preserve>"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client sends:
      """
      GET http://shop.example.net/index.html HTTP/1.1
      Host: example.com

      """
    Then the response comes from "blue"
    And target "blue-1" receives the header "Host" with the value "<received>"

    Examples:
      | preserve | received         |
      | false    | shop.example.net |
      | true     | example.com      |

  @extended @req:LB-HOST-002
  Scenario: all of several Host headers are preserved
    Given a load balancer
    And the load balancer attribute "routing.http.preserve_host_header.enabled" is set to "true"
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/index.html" from "first.example.com" with the headers:
      | Host | second.example.com |
    Then target "blue-1" receives the headers "Host" with the values "first.example.com | second.example.com"

  @extended @req:LB-HOST-003
  Scenario: rules look at the first of several Host headers
    Given a load balancer
    And the load balancer attribute "routing.http.preserve_host_header.enabled" is set to "true"
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And a rule with priority 10 that forwards the host "second.example.com" to "green"
    And a rule with priority 20 that forwards the host "first.example.com" to "blue"
    When a client requests "/index.html" from "first.example.com" with the headers:
      | Host | second.example.com |
    Then the response comes from "blue"
