@guide:monitoring/access-log-https @feature:access-log @core @needs:access-log @needs:certificates
Feature: Access log entries of HTTPS listeners
  They tell what was agreed on in the handshake, and what the client was presented.

  Background:
    Given a load balancer with an HTTPS listener
    And access logs are enabled

  @time:virtual @req:LOG-FIELD-041 @req:LOG-FIELD-042 @req:LOG-FIELD-043
  Scenario Outline: a request over <protocol>
    Given the listener has the security policy "TLS13-1-0-2021-06"
    When a client connects over TLS with:
      | versions    | <protocol>      |
      | ciphers     | <cipher>        |
      | server name | www.example.com |
    And the client requests "/a?b=c" from "www.example.com"
    Then the access log entry has:
      | type            | https                                        |
      | request         | GET https://www.example.com:443/a?b=c HTTP/1.1 |
      | ssl_cipher      | <cipher>                                     |
      | ssl_protocol    | <protocol>                                   |
      | domain_name     | www.example.com                              |
      | chosen_cert_arn | <main-certificate>                           |

    Examples:
      | protocol | cipher                       |
      | TLSv1    | AES128-SHA                   |
      | TLSv1.1  | ECDHE-RSA-AES256-SHA         |
      | TLSv1.2  | ECDHE-RSA-AES128-GCM-SHA256  |
      | TLSv1.2  | AES256-SHA256                |
      | TLSv1.3  | TLS_CHACHA20_POLY1305_SHA256 |

  @time:virtual @req:LOG-FIELD-044 @req:LOG-FIELD-045
  Scenario Outline: the name that a client asks for is <name>
    Given a certificate "shop" for "shop.example.com"
    And the certificate list gets "shop"
    When a client connects over TLS with:
      | server name | <name> |
    And the client requests "/"
    Then the access log entry has:
      | domain_name     | <domain>    |
      | chosen_cert_arn | <presented> |

    Examples:
      | name             | domain           | presented          |
      | shop.example.com | shop.example.com | <shop-certificate> |
      | www.example.com  | www.example.com  | <main-certificate> |
      | www.example.org  | -                | <main-certificate> |
      | (none)           | -                | <main-certificate> |

  @time:virtual @req:LOG-FIELD-046
  Scenario Outline: a session that is used again, with <versions> and <ciphers>
    Given the listener has the security policy "TLS13-1-0-2021-06"
    When a client connects over TLS with:
      | versions | <versions> |
      | ciphers  | <ciphers>  |
    And the client requests "/1"
    And the client connects over TLS again with:
      | versions | <versions> |
      | ciphers  | <ciphers>  |
    And the client requests "/2"
    Then the session is resumed
    And access log entry 1 has:
      | chosen_cert_arn | <main-certificate> |
    And access log entry 2 has:
      | chosen_cert_arn | session-reused |

    Examples:
      | versions | ciphers                                        |
      | TLSv1    | AES128-SHA                                     |
      | TLSv1.1  | ECDHE-RSA-AES128-SHA                           |
      | TLSv1.2  | ECDHE-RSA-AES128-GCM-SHA256                    |
      | TLSv1.2  | ECDHE-RSA-AES128-SHA256                        |
      | TLSv1.3  | TLS_AES_128_GCM_SHA256                         |
      | TLSv1.3  | TLS_AES_256_GCM_SHA384, TLS_AES_128_GCM_SHA256 |

  @time:virtual @req:LOG-FIELD-046
  Scenario: a client with the session of nobody
    When a client connects over TLS
    And a client connects over TLS
    And the client requests "/"
    Then the session is new
    And the access log entry has:
      | chosen_cert_arn | <main-certificate> |
