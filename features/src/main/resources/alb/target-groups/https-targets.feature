@guide:target-groups/https-targets @feature:https-targets @core
Feature: Routing configuration: the protocol HTTPS
  The load balancer speaks TLS with the targets of such a group. It does not validate their certificates.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | Protocol            | HTTPS |
      | HealthCheckProtocol | HTTPS |
    And the listener forwards to "blue"

  @req:TG-ROUTE-005
  Scenario: requests reach targets over TLS
    When a client requests "/hello"
    Then the response comes from "blue"
    And target "blue-1" receives its requests over "TLSv1.2" with the cipher "ECDHE-RSA-AES128-GCM-SHA256"
    And target "blue-1" receives the request line "GET /hello HTTP/1.1"
    And target "blue-1" is asked for no server name

  @req:TG-ROUTE-006
  Scenario Outline: a certificate that <what> is accepted
    Given target "blue-1" speaks TLS with:
      | host        | <host>  |
      | valid until | <until> |
      | key         | <key>   |
    When a client requests "/"
    Then the response comes from "blue"

    Examples:
      | what                   | host            | until       | key         |
      | is signed by itself    | target.internal | in 90 days  | RSA 2048    |
      | has expired            | target.internal | 1 days ago  | RSA 2048    |
      | is for another host    | www.example.org | in 90 days  | RSA 2048    |
      | has a key of ECDSA     | target.internal | in 90 days  | ECDSA P-256 |
      | has a short key of RSA | target.internal | in 90 days  | RSA 1024    |

  @req:TG-ROUTE-005
  Scenario Outline: a target with <cipher> of <version> only
    Given target "blue-1" speaks TLS with:
      | versions | <version> |
      | ciphers  | <cipher>  |
      | key      | <key>     |
    When a client requests "/"
    Then the response comes from "blue"
    And target "blue-1" receives its requests over "<version>" with the cipher "<cipher>"

    Examples:
      | version | cipher                        | key         |
      | TLSv1   | AES128-SHA                    | RSA 2048    |
      | TLSv1   | ECDHE-RSA-AES256-SHA          | RSA 2048    |
      | TLSv1.1 | ECDHE-ECDSA-AES128-SHA        | ECDSA P-256 |
      | TLSv1.2 | ECDHE-RSA-AES128-SHA256       | RSA 2048    |
      | TLSv1.2 | ECDHE-ECDSA-AES256-SHA384     | ECDSA P-256 |
      | TLSv1.2 | AES256-SHA256                 | RSA 2048    |
      | TLSv1.2 | AES128-GCM-SHA256             | RSA 2048    |
      | TLSv1.2 | ECDHE-ECDSA-AES256-GCM-SHA384 | ECDSA P-256 |

  @req:TG-ROUTE-007
  Scenario: connections are used again, and sessions resumed
    When a client requests "/1"
    And the client requests "/2"
    Then target "blue-1" receives its requests on 1 connection
    When target "blue-1" closes its connections
    And a client requests "/3"
    Then target "blue-1" receives 3 requests
    And target "blue-1" receives its newest request in a session that is resumed

  @req:LS-POLICY-010
  Scenario: a target may ask for a new handshake
    Given target "blue-1" speaks TLS with:
      | versions | TLSv1.2 |
    And target "blue-1" asks for a new handshake before it answers
    When a client requests "/1"
    And the client requests "/2"
    Then response 1 comes from "blue"
    And response 2 comes from "blue"
    And target "blue-1" receives its requests on 1 connection
