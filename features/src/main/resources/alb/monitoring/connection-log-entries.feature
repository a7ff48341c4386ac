@guide:monitoring/connection-log-entries @feature:connection-log @needs:connection-log @time:virtual
Feature: Connection log entries
  Each attempt to connect has one entry, whatever the number of requests.

  @core @req:CLOG-ENTRY-001 @req:CLOG-ENTRY-002 @req:CLOG-ENTRY-003 @req:CLOG-ENTRY-004 @req:CLOG-ENTRY-005
  @req:CLOG-ENTRY-006 @req:CLOG-ENTRY-007 @req:CLOG-ENTRY-008 @req:CLOG-ENTRY-012
  Scenario: a connection to an HTTP listener
    Given a load balancer with a listener on port 8081
    And connection logs are enabled
    When a client requests "/"
    And the client requests "/again"
    Then the connection log entry has:
      | timestamp                      | ~ [0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][.][0-9]{6}Z |
      | client_ip                      | <client-ip>                                                                  |
      | client_port                    | <client-port>                                                                |
      | listener_port                  | 8081                                                                         |
      | tls_protocol                   | -                                                                            |
      | tls_cipher                     | -                                                                            |
      | tls_handshake_latency          | -                                                                            |
      | leaf_client_cert_subject       | -                                                                            |
      | leaf_client_cert_serial_number | -                                                                            |
      | tls_verify_status              | Success                                                                      |

  @core @needs:certificates @req:CLOG-ENTRY-006 @req:CLOG-ENTRY-007 @req:CLOG-ENTRY-008 @req:CLOG-ENTRY-012
  Scenario: a connection to an HTTPS listener
    Given a load balancer with an HTTPS listener
    And connection logs are enabled
    When a client connects over TLS with:
      | versions | TLSv1.2                     |
      | ciphers  | ECDHE-RSA-AES256-GCM-SHA384 |
    And the client requests "/"
    Then the connection log entry has:
      | listener_port                  | 443                         |
      | tls_protocol                   | TLSv1.2                     |
      | tls_cipher                     | ECDHE-RSA-AES256-GCM-SHA384 |
      | tls_handshake_latency          | ~ [0-9]+[.][0-9]{3}         |
      | leaf_client_cert_subject       | -                           |
      | leaf_client_cert_validity      | -                           |
      | leaf_client_cert_serial_number | -                           |
      | tls_verify_status              | Success                     |

  @extended @needs:certificates @needs:buckets @req:CLOG-MTLS-001 @req:CLOG-ENTRY-009 @req:CLOG-ENTRY-010
  @req:CLOG-ENTRY-011
  Scenario Outline: a client with a certificate over <version>
    Given a load balancer with an HTTPS listener
    And the certificate authority "root"
    And the client certificate "alice" of "root" with:
      | subject | CN=amazondomains.com,O=endEntity,L=Seattle,ST=Washington,C=US |
      | serial  | FEF257372D5C14D4                                              |
    And <mode>
    And the listener has the security policy "TLS13-1-2-2021-06"
    And connection logs are enabled
    When a client with the certificate "alice" requests "/" over "<version>"
    Then the connection log entry has:
      | tls_protocol                   | <version>                                                     |
      | leaf_client_cert_subject       | CN=amazondomains.com,O=endEntity,L=Seattle,ST=Washington,C=US |
      | leaf_client_cert_validity      | <alice-validity>                                              |
      | leaf_client_cert_serial_number | FEF257372D5C14D4                                              |
      | tls_verify_status              | Success                                                       |

    Examples:
      | version | mode                                                  |
      | TLSv1.2 | the listener verifies client certificates with "root" |
      | TLSv1.3 | the listener verifies client certificates with "root" |
      | TLSv1.3 | the listener passes client certificates through       |

  @extended @needs:certificates @needs:buckets @req:CLOG-ENTRY-013 @req:CLOG-MTLS-001
  Scenario: a client that is refused
    Given a load balancer with an HTTPS listener
    And the certificate authority "root"
    And the certificate authority "other"
    And the client certificate "alice" of "other"
    And the listener verifies client certificates with "root"
    And connection logs are enabled
    When a client with the certificate "alice" requests "/" over "TLSv1.2"
    Then the connection log entry has:
      | client_port                    | <client-port>                              |
      | tls_protocol                   | TLSv1.2                                    |
      | tls_cipher                     | ~ ECDHE-RSA-.*                             |
      | tls_handshake_latency          | -                                          |
      | leaf_client_cert_subject       | CN=alice,O=albspec                       |
      | leaf_client_cert_validity      | <alice-validity>                         |
      | leaf_client_cert_serial_number | <alice-serial>                           |
      | tls_verify_status              | ~ Failed:ClientCert(ificate)?Untrusted  |
