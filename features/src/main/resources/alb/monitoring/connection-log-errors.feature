@guide:monitoring/connection-log-errors @feature:connection-log @needs:connection-log @needs:certificates @needs:buckets @time:virtual
Feature: Error reason codes
  If a connection cannot be established, its entry tells why.

  Background:
    Given a load balancer with an HTTPS listener
    And the certificate authority "root"
    And connection logs are enabled

  @extended @req:CLOG-ERR-002 @req:CLOG-ERR-006 @req:CLOG-ERR-007 @req:CLOG-ERR-008 @req:CLOG-ERR-010
  Scenario Outline: a certificate <what>
    Given the client certificate "alice" of "root" with:
      | <detail> | <value> |
    And the listener verifies client certificates with "root"
    When a client with the certificate "alice" requests "/"
    Then the connection log entry has:
      | tls_verify_status              | Failed:<code>  |
      | leaf_client_cert_serial_number | <alice-serial> |
      | tls_handshake_latency          | -              |

    Examples:
      | what                      | detail      | value      | code                             |
      | of more than 16 KB        | padding     | 17000      | ClientCertificateMaxSizeExceeded |
      | that is not yet valid     | valid from  | in 1 days  | ClientCertificateNotYetValid     |
      | that has expired          | valid until | 1 days ago | ClientCertificateExpired         |
      | of X.509 version 1        | version     | 1          | ClientCertificateTypeUnsupported |
      | that is for servers only  | purpose     | server     | ClientCertificateRejected        |

  @extended @req:CLOG-ERR-001
  Scenario: a chain of five certificates
    Given the certificate authority "second" below "root"
    And the certificate authority "third" below "second"
    And the certificate authority "fourth" below "third"
    And the client certificate "alice" of "fourth"
    And the listener verifies client certificates with "root"
    When a client with the certificate "alice" requests "/"
    Then the connection log entry has:
      | tls_verify_status | Failed:ClientCertificateMaxChainDepthExceeded |

  @extended @req:CLOG-ERR-003
  Scenario: a certificate that is revoked
    Given the client certificate "alice" of "root"
    And the listener verifies client certificates with "root"
    And the trust store gets a revocation list of "root" with "alice"
    When a client with the certificate "alice" requests "/"
    Then the connection log entry has:
      | tls_verify_status | Failed:ClientCertificateCrlHit |

  @extended @req:CLOG-ERR-004 @provisional
  Scenario: a revocation list that its issuer has not signed
    Given the client certificate "alice" of "root"
    And the listener verifies client certificates with "root"
    And the trust store gets a revocation list that "root" only seems to have issued
    When a client with the certificate "alice" requests "/"
    Then the connection log entry has:
      | tls_verify_status | Failed:ClientCertificateCrlProcessingError |

  @extended @req:CLOG-ERR-005
  Scenario: a certificate of an authority that is not in the trust store
    Given the certificate authority "other"
    And the client certificate "alice" of "other"
    And the listener verifies client certificates with "root"
    When a client with the certificate "alice" requests "/"
    Then the connection log entry has:
      | tls_verify_status | Failed:ClientCertificateUntrusted |

  @extended @req:CLOG-ERR-009
  Scenario: a certificate with a wrong signature
    Given the client certificate "alice" that "root" only seems to have issued
    And the listener verifies client certificates with "root"
    When a client with the certificate "alice" requests "/"
    Then the connection log entry has:
      | tls_verify_status | Failed:ClientCertificateInvalid |

  @core @req:CLOG-ERR-011
  Scenario: a client without a certificate
    Given the listener verifies client certificates with "root"
    When a client connects over TLS with:
      | versions | TLSv1.2 |
    Then the connection log entry has:
      | tls_verify_status        | Failed:UnmappedConnectionError |
      | leaf_client_cert_subject | -                              |

  @core @req:CLOG-ERR-011
  Scenario: no protocol in common
    Given the listener has the security policy "TLS13-1-2-2021-06"
    When a client connects over TLS with:
      | versions | TLSv1.1 |
    Then the connection log entry has:
      | tls_protocol      | -                              |
      | tls_cipher        | -                              |
      | tls_verify_status | Failed:UnmappedConnectionError |

  @core @req:CLOG-ERR-011
  Scenario: no TLS at all
    When a client connects to port 443
    And the client sends:
      """
      GET / HTTP/1.1

      """
    Then the connection log entry has:
      | tls_verify_status | Failed:UnmappedConnectionError |

  @core @req:CLOG-ERR-011
  Scenario: a client that goes before it has said anything
    When a client connects to port 443
    And the client closes its connection
    Then the connection log entry has:
      | tls_verify_status | Failed:UnmappedConnectionError |
