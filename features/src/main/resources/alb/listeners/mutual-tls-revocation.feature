@guide:listeners/mutual-tls-revocation @feature:mtls @needs:certificates @needs:buckets @extended
Feature: Certificate revocation lists
  A trust store may have revocation lists. Clients whose certificates they name are refused.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:MTLS-VERIFY-003 @req:MTLS-CRL-001 @req:MTLS-CRL-007
  Scenario: a client is refused after its revocation, others are not
    Given the certificate authority "root"
    And the client certificate "alice" of "root"
    And the client certificate "bob" of "root"
    And the listener verifies client certificates with "root"
    When the trust store gets a revocation list of "root" with "alice"
    And a client with the certificate "bob" requests "/"
    Then the response comes from "blue"
    When a client with the certificate "alice" requests "/"
    Then the client is refused

  @req:MTLS-CRL-008
  Scenario: a client is let in again when the list is removed
    Given the certificate authority "root"
    And the client certificate "alice" of "root"
    And the listener verifies client certificates with "root"
    And the trust store gets a revocation list of "root" with "alice"
    When the trust store loses the revocation list 1
    And a client with the certificate "alice" requests "/"
    Then the response comes from "blue"

  @req:MTLS-CRL-005
  Scenario: a certificate with a negative serial number cannot be revoked
    Given the certificate authority "root"
    And the client certificate "alice" of "root" with:
      | serial | -5A |
    And the listener verifies client certificates with "root"
    And the trust store gets a revocation list of "root" with "alice"
    When a client with the certificate "alice" requests "/"
    Then the response comes from "blue"

  @req:MTLS-CRL-001
  Scenario: a list with many entries
    Given the certificate authority "root"
    And the client certificate "alice" of "root"
    And the listener verifies client certificates with "root"
    And the trust store gets a revocation list of "root" with "alice" among 20000 entries
    When a client with the certificate "alice" requests "/"
    Then the client is refused

  @req:MTLS-TS-003 @req:MTLS-TS-017
  Scenario: new connections are verified with the new bundle
    Given the certificate authority "root"
    And the certificate authority "other"
    And the client certificate "alice" of "root"
    And the client certificate "bob" of "other"
    And the listener verifies client certificates with "root"
    When the trust store gets the bundle of "other"
    And a client with the certificate "bob" requests "/"
    Then the response comes from "blue"
    When a client with the certificate "alice" requests "/"
    Then the client is refused

  @req:MTLS-TS-021
  Scenario: a trust store outlives the files that it was made of
    Given the certificate authority "root"
    And the client certificate "alice" of "root"
    And the client certificate "bob" of "root"
    And the listener verifies client certificates with "root"
    When the bucket loses its files
    And the trust store gets a revocation list of "root" with "bob"
    And a client with the certificate "alice" requests "/"
    Then the response comes from "blue"
    When a client with the certificate "bob" requests "/"
    Then the client is refused
