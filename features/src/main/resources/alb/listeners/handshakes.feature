@guide:listeners/handshakes @feature:tls-policies @needs:certificates
Feature: Security policies: handshakes out of the ordinary
  Handshakes follow the specifications of TLS, whatever clients send.

  Background:
    Given a load balancer with an HTTPS listener
    And the listener has the security policy "TLS13-1-0-2021-06"

  @core @req:LS-POLICY-010
  Scenario Outline: a client cannot ask for a new handshake, <version> with <cipher>
    When a client connects over TLS with:
      | versions | <version> |
      | ciphers  | <cipher>  |
    And the client asks for a new handshake
    Then the connection to the client is closed

    Examples:
      | version | cipher                      |
      | TLSv1   | AES128-SHA                  |
      | TLSv1.1 | AES128-SHA                  |
      | TLSv1.2 | ECDHE-RSA-AES128-GCM-SHA256 |
      | TLSv1.2 | ECDHE-RSA-AES128-SHA256     |

  @extended @req:LS-NEG-009
  Scenario Outline: a hello in <pieces> of <bytes>, <version>
    When a client connects over TLS with its hello in <pieces> of <bytes>:
      | versions | <version> |
    And the client requests "/"
    Then the response comes from the default action

    Examples:
      | pieces   | bytes     | version |
      | records  | 1 byte    | TLSv1.2 |
      | records  | 1 byte    | TLSv1.3 |
      | records  | 100 bytes | TLSv1.3 |
      | segments | 1 byte    | TLSv1.2 |
      | segments | 1 byte    | TLSv1.3 |

  @extended @req:LS-NEG-010
  Scenario Outline: a hello <what> is refused
    When a client says hello with:
      | <detail> | <value> |
    Then the client is told "<alert>"
    And the connection to the client is closed

    Examples:
      | what                                      | detail        | value    | alert                  |
      | after a newer version has failed          | fallback      | yes      | inappropriate_fallback |
      | of SSL 3.0                                | version       | SSLv3    | protocol_version       |
      | that demands compression                  | compression   | DEFLATE  | illegal_parameter      |
      | with the same extension twice             | extensions    | 4660, 4660 | decode_error         |
      | with an empty host name                   | server name   | (empty)  | decode_error           |
      | with a host name that has a NUL           | server name   | a\x00.example.com | decode_error  |
      | with a host name of 300 bytes             | server name   | <300 characters>  | decode_error  |
      | with protocols that the listener lacks    | protocols     | spdy/3   | no_application_protocol |
      | with none but unknown curves and ciphers  | groups        | 31354    | handshake_failure      |
      | with a signature that is unknown          | signatures    | 31354    | handshake_failure      |
      | of more than 16 KiB                       | padding       | 17000    | decode_error           |

  @extended @req:LS-NEG-011
  Scenario Outline: a hello <what> is answered
    When a client says hello with:
      | <detail> | <value> |
    Then the client is answered over "TLSv1.2" with the cipher number "c02f"

    Examples:
      | what                                   | detail        | value           |
      | that offers compression, too           | compression   | DEFLATE, none   |
      | with unknown extensions                | extensions    | 4660, 31354     |
      | with an unknown host name              | server name   | www.example.org |
      | with an address for a host name        | server name   | 127.0.0.1       |
      | with unknown curves before one         | groups        | 31354, 23       |
      | with unknown signatures before one     | signatures    | 31354, 2052     |
      | with unknown protocols before one      | protocols     | spdy/3, http/1.1 |
      | with much padding                      | padding       | 10000           |
      | that offers early data                 | extensions    | 42              |

  @extended @time:settable @req:LS-NEG-012
  Scenario: a client that sends a byte of its hello now and then
    Given the load balancer attribute "idle_timeout.timeout_seconds" is set to "6"
    When a client connects to port 443
    And the client sends:
      """
      \x16\
      """
    And 4 s pass
    And the client sends:
      """
      \x03\
      """
    And 4 s pass
    Then the connection to the client is closed
