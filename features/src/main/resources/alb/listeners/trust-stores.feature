@guide:listeners/trust-stores @feature:crud-truststore @needs:buckets @extended
Feature: Trust stores
  A trust store has one CA bundle and any revocation lists. A listener verifies with at most one trust store.

  Background:
    Given the bucket has a CA bundle "ca.pem" with 1 certificate
    And the bucket has a revocation list "list.pem" with 2 entries
    And a user calls "CreateTrustStore" with:
      | Name                         | ts-<unique> |
      | CaCertificatesBundleS3Bucket | <bucket>    |
      | CaCertificatesBundleS3Key    | ca.pem      |

  @req:MTLS-TS-004 @req:MTLS-TS-006 @req:MTLS-TS-008 @req:MTLS-TS-009
  Scenario: a trust store of its own is associated with no listener
    When a user calls "DescribeTrustStoreAssociations" with:
      | TrustStoreArn | <trust-store-arn> |
    Then the answer has:
      | TrustStoreAssociations[count] | 0 |

  @req:MTLS-TS-007 @req:MTLS-TS-008 @req:MTLS-TS-009
  Scenario Outline: a trust store without <member> is refused
    When a user calls "CreateTrustStore" with:
      | <first>  | <first value>  |
      | <second> | <second value> |
    Then the call is refused

    Examples:
      | member       | first                        | first value   | second                       | second value |
      | a name       | CaCertificatesBundleS3Bucket | <bucket>      | CaCertificatesBundleS3Key    | ca.pem       |
      | a bucket     | Name                         | ts-2-<unique> | CaCertificatesBundleS3Key    | ca.pem       |
      | a key        | Name                         | ts-2-<unique> | CaCertificatesBundleS3Bucket | <bucket>     |

  @req:MTLS-TS-001 @req:MTLS-TS-002 @req:MTLS-TS-003 @req:MTLS-TS-018
  Scenario: a new bundle takes the place of the old one as a whole
    Given the bucket has a CA bundle "more.pem" with 3 certificates
    When a user calls "ModifyTrustStore" with:
      | TrustStoreArn                | <trust-store-arn> |
      | CaCertificatesBundleS3Bucket | <bucket>          |
      | CaCertificatesBundleS3Key    | more.pem          |
    Then the answer has:
      | TrustStores[1].NumberOfCaCertificates | 3 |

  @req:MTLS-TS-015 @req:MTLS-TS-016
  Scenario: the bundle can be retrieved
    When a user calls "GetTrustStoreCaCertificatesBundle" with:
      | TrustStoreArn | <trust-store-arn> |
    Then the answer has:
      | Location | ~ .*ca[.]pem.* |

  @req:MTLS-CRL-002 @req:MTLS-CRL-003 @req:MTLS-CRL-004 @req:MTLS-CRL-008
  Scenario: revocation IDs increase and are not used again
    Given a user calls "AddTrustStoreRevocations" 2 times with:
      | TrustStoreArn                  | <trust-store-arn> |
      | RevocationContents[1].S3Bucket | <bucket>          |
      | RevocationContents[1].S3Key    | list.pem          |
    And a user calls "RemoveTrustStoreRevocations" with:
      | TrustStoreArn    | <trust-store-arn> |
      | RevocationIds[1] | 2                 |
    When a user calls "AddTrustStoreRevocations" with:
      | TrustStoreArn                  | <trust-store-arn> |
      | RevocationContents[1].S3Bucket | <bucket>          |
      | RevocationContents[1].S3Key    | list.pem          |
    Then the answer has:
      | TrustStoreRevocations[1].RevocationId | 3 |

  @req:MTLS-CRL-006 @req:MTLS-TS-016
  Scenario: a revocation list can be retrieved
    Given a user calls "AddTrustStoreRevocations" with:
      | TrustStoreArn                  | <trust-store-arn> |
      | RevocationContents[1].S3Bucket | <bucket>          |
      | RevocationContents[1].S3Key    | list.pem          |
    When a user calls "GetTrustStoreRevocationContent" with:
      | TrustStoreArn | <trust-store-arn> |
      | RevocationId  | 1                 |
    Then the answer has:
      | Location | ~ .*list[.]pem.* |

  @req:MTLS-ASSOC-004 @req:MTLS-TS-020 @req:MTLS-CFG-001 @needs:certificates
  Scenario: a trust store that a listener uses cannot be deleted
    Given a load balancer with an HTTPS listener
    And a user calls "ModifyListener" with:
      | ListenerArn                        | <listener-arn>    |
      | MutualAuthentication.Mode          | verify            |
      | MutualAuthentication.TrustStoreArn | <trust-store-arn> |
    When a user calls "DeleteTrustStore" with:
      | TrustStoreArn | <trust-store-arn> |
    Then the call is refused with "TrustStoreInUse"

  @req:MTLS-TS-019
  Scenario: a trust store that no listener uses can be deleted
    When a user calls "DeleteTrustStore" with:
      | TrustStoreArn | <trust-store-arn> |
    Then the call succeeds
