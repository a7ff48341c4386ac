@guide:monitoring/access-log-ipv6 @feature:access-log @extended @needs:access-log @needs:ipv6
Feature: Access log entries of IPv6 clients
  An IPv6 address with a port is in brackets, so that the port can be told from it.

  @req:LOG-FIELD-040
  Scenario: an IPv6 client that names no host
    Given a load balancer with the IP address type "dualstack"
    And access logs are enabled
    When an IPv6 client sends:
      """
      GET /six HTTP/1.0

      """
    Then the access log entry has:
      | client:port     | [<client-ip>]:<client-port> |
      | elb_status_code | 404                         |
