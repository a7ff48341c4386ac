@guide:quotas/trust-stores @feature:quotas @isolated @needs:buckets
Feature: Quotas of trust stores
  As many as the quota are accepted, one more is refused.

  @extended @req:QUO-TRUST-001
  Scenario: twenty trust stores are accepted, one more is refused
    Given the bucket has a CA bundle "ca.pem" with 1 certificate
    When a user calls "CreateTrustStore" 20 times with:
      | Name                         | ts-<n>-<unique> |
      | CaCertificatesBundleS3Bucket | <bucket>        |
      | CaCertificatesBundleS3Key    | ca.pem          |
    Then the call succeeds
    When a user calls "CreateTrustStore" with:
      | Name                         | ts-21-<unique> |
      | CaCertificatesBundleS3Bucket | <bucket>       |
      | CaCertificatesBundleS3Key    | ca.pem         |
    Then the call is refused with "TooManyTrustStores"

  @extended @req:QUO-TRUST-003
  Scenario Outline: a trust store with <count> CA certificates <is accepted or refused>
    Given the bucket has a CA bundle "ca.pem" with <count> certificates
    When a user calls "CreateTrustStore" with:
      | Name                         | ts-<unique> |
      | CaCertificatesBundleS3Bucket | <bucket>    |
      | CaCertificatesBundleS3Key    | ca.pem      |
    Then the call <is accepted or refused>

    Examples:
      | count | is accepted or refused                        |
      | 25    | succeeds                                      |
      | 26    | is refused with "InvalidCaCertificatesBundle" |

  @extended @req:QUO-TRUST-006
  Scenario: thirty revocation lists of a trust store are accepted, one more is refused
    Given the bucket has a CA bundle "ca.pem" with 1 certificate
    And the bucket has a revocation list "list.pem" with 2 entries
    And a user calls "CreateTrustStore" with:
      | Name                         | ts-<unique> |
      | CaCertificatesBundleS3Bucket | <bucket>    |
      | CaCertificatesBundleS3Key    | ca.pem      |
    When a user calls "AddTrustStoreRevocations" 30 times with:
      | TrustStoreArn                  | <trust-store-arn> |
      | RevocationContents[1].S3Bucket | <bucket>          |
      | RevocationContents[1].S3Key    | list.pem          |
    Then the answer has:
      | TrustStoreRevocations[1].RevocationId           | 30 |
      | TrustStoreRevocations[1].NumberOfRevokedEntries | 2  |
    When a user calls "AddTrustStoreRevocations" with:
      | TrustStoreArn                  | <trust-store-arn> |
      | RevocationContents[1].S3Bucket | <bucket>          |
      | RevocationContents[1].S3Key    | list.pem          |
    Then the call is refused with "TooManyTrustStoreRevocationEntries"

  @extended @needs:quotas @req:QUO-TRUST-007
  Scenario: as many revocation entries of a trust store as the quota are accepted, more are refused
    Given the quota "revocation-entries-per-trust-store" is adjusted to 5
    And the bucket has a CA bundle "ca.pem" with 1 certificate
    And the bucket has a revocation list "list.pem" with 2 entries
    And a user calls "CreateTrustStore" with:
      | Name                         | ts-<unique> |
      | CaCertificatesBundleS3Bucket | <bucket>    |
      | CaCertificatesBundleS3Key    | ca.pem      |
    When a user calls "AddTrustStoreRevocations" 2 times with:
      | TrustStoreArn                  | <trust-store-arn> |
      | RevocationContents[1].S3Bucket | <bucket>          |
      | RevocationContents[1].S3Key    | list.pem          |
    Then the call succeeds
    When a user calls "AddTrustStoreRevocations" with:
      | TrustStoreArn                  | <trust-store-arn> |
      | RevocationContents[1].S3Bucket | <bucket>          |
      | RevocationContents[1].S3Key    | list.pem          |
    Then the call is refused with "TooManyTrustStoreRevocationEntries"
