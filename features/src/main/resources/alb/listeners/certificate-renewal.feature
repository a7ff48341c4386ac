@guide:listeners/certificate-renewal @feature:certificates @core @needs:certificates
Feature: Certificate renewal
  Certificates are renewed and replaced while the listener is at work. Requests in flight do not notice.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:LS-HTTPS-011
  Scenario: a request in flight is completed while the default certificate is replaced
    Given a certificate "next" for "example.com"
    And target "blue-1" holds its answers
    When a client requests "/" in the background
    And target "blue-1" has received 1 request
    And the listener has the default certificate "next"
    And target "blue-1" releases its answers
    Then the response comes from "blue"
    And the client is presented the certificate "main"

  @req:LS-HTTPS-011
  Scenario: a new connection gets the new default certificate, an open one goes on
    Given a certificate "next" for "example.com"
    When a client requests "/1"
    And the listener has the default certificate "next"
    And the client requests "/2"
    And a client connects over TLS
    Then the client is presented the certificate "next"
    And target "blue-1" receives 2 requests

  @req:LS-HTTPS-020
  Scenario: a renewed certificate is used from the next connection on
    When a client requests "/1"
    And a certificate "main" for "example.com" with:
      | valid until | in 90 days |
    And the client requests "/2"
    And a client requests "/3"
    Then the client is presented the certificate "main"
    And target "blue-1" receives 3 requests

  @req:LS-HTTPS-011
  Scenario: a session of the certificate before is not resumed
    Given a certificate "next" for "example.com"
    When a client connects over TLS
    And the client requests "/"
    And the listener has the default certificate "next"
    And the client connects over TLS again
    Then the session is new
    And the client is presented the certificate "next"
