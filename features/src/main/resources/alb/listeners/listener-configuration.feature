@guide:listeners/listener-configuration
Feature: Listener configuration
  A listener has a protocol, HTTP or HTTPS, and a port from 1 to 65535.

  @core @feature:crud-listener @req:LS-CONF-001 @req:LS-CONF-002
  Scenario Outline: a listener with the protocol <protocol> and the port <port> is refused
    Given a load balancer without listeners
    When a user calls "CreateListener" with:
      | LoadBalancerArn                                  | <load-balancer-arn> |
      | Protocol                                         | <protocol>          |
      | Port                                             | <port>              |
      | DefaultActions[1].Type                           | fixed-response      |
      | DefaultActions[1].FixedResponseConfig.StatusCode | 200                 |
    Then the call is refused

    Examples:
      | protocol | port  |
      | TCP      | 80    |
      | TLS      | 443   |
      | UDP      | 80    |
      | FTP      | 21    |
      | HTTP     | 0     |
      | HTTP     | 65536 |

  @core @feature:crud-listener @req:LS-CONF-002
  Scenario Outline: a listener takes requests on port <port>
    Given a load balancer with a listener on port <port>
    When a client requests "/"
    Then the response comes from the default action

    Examples:
      | port  |
      | 80    |
      | 1024  |
      | 65534 |

  @core @feature:crud-listener @req:LS-CONF-003
  Scenario: without listeners nothing is received
    Given a load balancer without listeners
    Then no client can connect to port 80
