package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.cloud.Buckets;
import io.albspec.proxy.control.operations.Quotas;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoreRevocation;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RevocationContent;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TrustStoreRevocation;

class RevocationTest {

  @TempDir private Path folder;

  private Account account;
  private String store;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("trust"));
    Files.writeString(folder.resolve("trust/ca.pem"), TrustStoreTest.resource("ca.pem"));
    Files.writeString(folder.resolve("trust/crl.pem"), TrustStoreTest.resource("two-revoked.pem"));
    account =
        new Account(
            Buckets.in(folder), Quotas.STANDARD.with("revocation-entries-per-trust-store", 60));
    store =
        account
            .client()
            .createTrustStore(
                c ->
                    c.name("mine")
                        .caCertificatesBundleS3Bucket("trust")
                        .caCertificatesBundleS3Key("ca.pem"))
            .trustStores()
            .get(0)
            .trustStoreArn();
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void itsEntriesAreCounted() throws IOException {
    TrustStoreRevocation list = add("crl.pem");

    assertThat(list.revocationId()).isEqualTo(1);
    assertThat(list.revocationTypeAsString()).isEqualTo("CRL");
    assertThat(list.numberOfRevokedEntries()).isEqualTo(2);
    assertThat(totalEntries()).isEqualTo(2);
    String location =
        account
            .client()
            .getTrustStoreRevocationContent(g -> g.trustStoreArn(store).revocationId(1L))
            .location();
    assertThat(Files.readString(Path.of(URI.create(location))))
        .isEqualTo(TrustStoreTest.resource("two-revoked.pem"));
  }

  @Test
  void idsIncreaseAndAreNotUsedAgain() {
    add("crl.pem");
    add("crl.pem");
    remove(2);

    assertThat(add("crl.pem").revocationId()).isEqualTo(3);
    assertThat(ids()).containsExactly(1L, 3L);
    assertThat(totalEntries()).isEqualTo(4);
    assertThat(
            account
                .client()
                .describeTrustStoreRevocations(d -> d.trustStoreArn(store).revocationIds(3L))
                .trustStoreRevocations())
        .hasSize(1);
    Refused.with("RevocationIdNotFound", "has no revocation '2'", () -> remove(2));
    Refused.with(
        "RevocationIdNotFound",
        "has no revocation '2'",
        () ->
            account
                .client()
                .getTrustStoreRevocationContent(g -> g.trustStoreArn(store).revocationId(2L)));
  }

  @Test
  void whatIsNoRevocationListIsRefused() {
    Refused.with(
        "RevocationContentNotFound",
        "There is no object s3://trust/none.pem",
        () -> add("none.pem"));
    Refused.with(
        "InvalidRevocationContent",
        "s3://trust/ca.pem is not an X.509 certificate revocation list",
        () -> add("ca.pem"));
    Refused.validation(
        "A revocation content must be specified",
        () -> account.client().addTrustStoreRevocations(a -> a.trustStoreArn(store)));
    Refused.validation(
        "Member must satisfy enum value set: [CRL]",
        () ->
            account
                .client()
                .addTrustStoreRevocations(
                    a ->
                        a.trustStoreArn(store)
                            .revocationContents(
                                content("crl.pem").copy(r -> r.revocationType("X")))));
  }

  @Test
  void aFileOfMoreThanFiftyMegabytesIsRefused() throws IOException {
    try (RandomAccessFile large =
        new RandomAccessFile(folder.resolve("trust/large.crl").toFile(), "rw")) {
      large.setLength(50L * 1024 * 1024 + 1);
    }

    Refused.with("InvalidRevocationContent", "has more than 50 MB", () -> add("large.crl"));
    assertThat(totalEntries()).isZero();
  }

  @Test
  void thirtyFitInATrustStore() {
    for (int number = 1; number <= 30; number++) {
      add("crl.pem");
    }

    Refused.with(
        "TooManyTrustStoreRevocationEntries",
        "revocation lists per trust store '30'",
        () -> add("crl.pem"));
  }

  @Test
  void theEntriesOfAllListsAreLimited() throws IOException {
    Files.writeString(
        folder.resolve("trust/many.pem"), TrustStoreTest.resource("two-revoked.pem").repeat(29));
    add("many.pem");
    add("crl.pem");

    Refused.with(
        "TooManyTrustStoreRevocationEntries",
        "revocation entries per trust store '60'",
        () -> add("crl.pem"));
  }

  private TrustStoreRevocation add(String key) {
    return account
        .client()
        .addTrustStoreRevocations(a -> a.trustStoreArn(store).revocationContents(content(key)))
        .trustStoreRevocations()
        .get(0);
  }

  private static RevocationContent content(String key) {
    return RevocationContent.builder().s3Bucket("trust").s3Key(key).build();
  }

  private void remove(long id) {
    account.client().removeTrustStoreRevocations(r -> r.trustStoreArn(store).revocationIds(id));
  }

  private List<Long> ids() {
    return account
        .client()
        .describeTrustStoreRevocations(d -> d.trustStoreArn(store))
        .trustStoreRevocations()
        .stream()
        .map(DescribeTrustStoreRevocation::revocationId)
        .toList();
  }

  private long totalEntries() {
    return account.client().describeTrustStores(d -> {}).trustStores().get(0).totalRevokedEntries();
  }
}
