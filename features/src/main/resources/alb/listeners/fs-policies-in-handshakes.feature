@guide:listeners/fs-policies-in-handshakes @feature:tls-policies @core @needs:certificates
Feature: FS supported policies in handshakes
  A client that offers one version and one cipher is served if the policy has both, and the cipher belongs to the
  version. The listener has an RSA and an ECDSA certificate for the name that the client asks for.

  @req:LS-NEG-003
  Scenario: what the listener accepts with each policy of the table
    Given a load balancer with an HTTPS listener
    And a certificate "curve" for "example.com, *.example.com" with:
      | key | ECDSA P-256 |
    And the certificate list gets "curve"
    Then the listener accepts with each security policy exactly:
      | Security policies             | 2016-08 | FS-1-2-Res-2020-10 | FS-1-2-Res-2019-08 | FS-1-2-2019-08 | FS-1-1-2019-08 | FS-2018-06 |
      | Protocol-TLSv1                | ✓       |                    |                    |                |                | ✓          |
      | Protocol-TLSv1.1              | ✓       |                    |                    |                | ✓              | ✓          |
      | Protocol-TLSv1.2              | ✓       | ✓                  | ✓                  | ✓              | ✓              | ✓          |
      | ECDHE-ECDSA-AES128-GCM-SHA256 | ✓       | ✓                  | ✓                  | ✓              | ✓              | ✓          |
      | ECDHE-RSA-AES128-GCM-SHA256   | ✓       | ✓                  | ✓                  | ✓              | ✓              | ✓          |
      | ECDHE-ECDSA-AES128-SHA256     | ✓       |                    | ✓                  | ✓              | ✓              | ✓          |
      | ECDHE-RSA-AES128-SHA256       | ✓       |                    | ✓                  | ✓              | ✓              | ✓          |
      | ECDHE-ECDSA-AES128-SHA        | ✓       |                    |                    | ✓              | ✓              | ✓          |
      | ECDHE-RSA-AES128-SHA          | ✓       |                    |                    | ✓              | ✓              | ✓          |
      | ECDHE-ECDSA-AES256-GCM-SHA384 | ✓       | ✓                  | ✓                  | ✓              | ✓              | ✓          |
      | ECDHE-RSA-AES256-GCM-SHA384   | ✓       | ✓                  | ✓                  | ✓              | ✓              | ✓          |
      | ECDHE-ECDSA-AES256-SHA384     | ✓       |                    | ✓                  | ✓              | ✓              | ✓          |
      | ECDHE-RSA-AES256-SHA384       | ✓       |                    | ✓                  | ✓              | ✓              | ✓          |
      | ECDHE-RSA-AES256-SHA          | ✓       |                    |                    | ✓              | ✓              | ✓          |
      | ECDHE-ECDSA-AES256-SHA        | ✓       |                    |                    | ✓              | ✓              | ✓          |
      | AES128-GCM-SHA256             | ✓       |                    |                    |                |                |            |
      | AES128-SHA256                 | ✓       |                    |                    |                |                |            |
      | AES128-SHA                    | ✓       |                    |                    |                |                |            |
      | AES256-GCM-SHA384             | ✓       |                    |                    |                |                |            |
      | AES256-SHA256                 | ✓       |                    |                    |                |                |            |
      | AES256-SHA                    | ✓       |                    |                    |                |                |            |
      | DES-CBC3-SHA                  |         |                    |                    |                |                |            |
