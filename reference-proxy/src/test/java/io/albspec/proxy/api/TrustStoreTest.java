package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.fixed;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.cloud.Buckets;
import io.albspec.proxy.control.operations.Quotas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoresResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TrustStore;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TrustStoreAssociation;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TrustStoreStatus;

class TrustStoreTest {

  @TempDir private Path folder;

  private Account account;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("trust"));
    Files.writeString(folder.resolve("trust/one.pem"), resource("ca.pem"));
    Files.writeString(folder.resolve("trust/two.pem"), resource("ca.pem").repeat(2));
    Files.writeString(folder.resolve("trust/text.pem"), "no certificate");
    Files.writeString(folder.resolve("trust/empty.pem"), "");
    Files.writeString(folder.resolve("outside.pem"), resource("ca.pem"));
    account = new Account(Buckets.in(folder), Quotas.STANDARD);
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void itTellsHowManyCertificatesItsBundleHas() {
    TrustStore store = create("mine", "two.pem");

    assertThat(store.name()).isEqualTo("mine");
    assertThat(store.status()).isEqualTo(TrustStoreStatus.ACTIVE);
    assertThat(store.numberOfCaCertificates()).isEqualTo(2);
    assertThat(store.totalRevokedEntries()).isZero();
    assertThat(store.trustStoreArn())
        .matches(
            "arn:aws:elasticloadbalancing:us-east-2:123456789012:truststore/mine/[0-9a-f]{16}");
    assertThat(describe()).containsExactly(store);
  }

  @Test
  void itsBundleCanBeReplacedAndRead() throws IOException {
    TrustStore store = create("mine", "two.pem");

    TrustStore changed =
        account
            .client()
            .modifyTrustStore(
                m ->
                    m.trustStoreArn(store.trustStoreArn())
                        .caCertificatesBundleS3Bucket("trust")
                        .caCertificatesBundleS3Key("one.pem"))
            .trustStores()
            .get(0);

    assertThat(changed).isEqualTo(store.copy(s -> s.numberOfCaCertificates(1)));
    String location =
        account
            .client()
            .getTrustStoreCaCertificatesBundle(g -> g.trustStoreArn(store.trustStoreArn()))
            .location();
    assertThat(Files.readString(Path.of(URI.create(location)))).isEqualTo(resource("ca.pem"));
  }

  @Test
  void bundlesThatCannotBeAreRefused() {
    Refused.with(
        "CaCertificatesBundleNotFound",
        "There is no object s3://trust/none.pem",
        () -> create("mine", "none.pem"));
    Refused.with(
        "CaCertificatesBundleNotFound", "../outside.pem", () -> create("mine", "../outside.pem"));
    Refused.with(
        "CaCertificatesBundleNotFound",
        "version 7",
        () ->
            account
                .client()
                .createTrustStore(
                    c ->
                        c.name("mine")
                            .caCertificatesBundleS3Bucket("trust")
                            .caCertificatesBundleS3Key("one.pem")
                            .caCertificatesBundleS3ObjectVersion("7")));
    Refused.with(
        "InvalidCaCertificatesBundle", "s3://trust/text.pem", () -> create("mine", "text.pem"));
    Refused.with(
        "InvalidCaCertificatesBundle", "has no certificate", () -> create("mine", "empty.pem"));
    assertThat(describe()).isEmpty();
  }

  @Test
  void namesAreChecked() {
    create("mine", "one.pem");

    Refused.with(
        "DuplicateTrustStoreName",
        "A trust store with the name 'mine' exists",
        () -> create("mine", "one.pem"));
    Refused.validation(
        "Value '-mine' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern",
        () -> create("-mine", "one.pem"));
    Refused.validation("less than or equal to 32", () -> create("a".repeat(33), "one.pem"));
  }

  @Test
  void theyAreFoundByNameAndByArn() {
    TrustStore mine = create("mine", "one.pem");
    TrustStore yours = create("yours", "one.pem");

    DescribeTrustStoresResponse first = account.client().describeTrustStores(d -> d.pageSize(1));

    assertThat(first.trustStores()).containsExactly(mine);
    assertThat(
            account.client().describeTrustStores(d -> d.marker(first.nextMarker())).trustStores())
        .containsExactly(yours);
    assertThat(account.client().describeTrustStores(d -> d.names("yours")).trustStores())
        .containsExactly(yours);
    assertThat(
            account
                .client()
                .describeTrustStores(d -> d.trustStoreArns(mine.trustStoreArn()))
                .trustStores())
        .containsExactly(mine);
    Refused.with(
        "TrustStoreNotFound",
        "One or more trust stores not found",
        () -> account.client().describeTrustStores(d -> d.names("yours", "theirs")));
    Refused.validation(
        "cannot be specified at the same time",
        () ->
            account
                .client()
                .describeTrustStores(d -> d.names("yours").trustStoreArns(mine.trustStoreArn())));
  }

  @Test
  void itIsInUseWhileAListenerVerifiesWithIt() {
    TrustStore store = create("mine", "one.pem");
    LoadBalancer balancer = account.balancer("web");
    Listener listener = verifying(balancer, 443, store);

    assertThat(listener.mutualAuthentication().ignoreClientCertificateExpiry()).isFalse();
    assertThat(
            account
                .client()
                .describeTrustStoreAssociations(d -> d.trustStoreArn(store.trustStoreArn()))
                .trustStoreAssociations())
        .extracting(TrustStoreAssociation::resourceArn)
        .containsExactly(listener.listenerArn());
    Refused.with("TrustStoreInUse", "is currently in use by a listener", () -> delete(store));

    account.client().deleteListener(d -> d.listenerArn(listener.listenerArn()));
    delete(store);

    Refused.with("TrustStoreNotFound", "not found", () -> delete(store));
    assertThat(describe()).isEmpty();
  }

  @Test
  void twoListenersOfALoadBalancerCanVerify() {
    TrustStore store = create("mine", "one.pem");
    LoadBalancer balancer = account.balancer("web");
    verifying(balancer, 443, store);
    verifying(balancer, 444, store);

    Refused.with(
        "InvalidConfigurationRequest",
        "listeners in verify mode per load balancer '2'",
        () -> verifying(balancer, 445, store));
  }

  @Test
  void twentyFitInAnAccount() {
    for (int number = 1; number <= 20; number++) {
      create("store-" + number, "one.pem");
    }

    Refused.with("TooManyTrustStores", "trust stores '20'", () -> create("mine", "one.pem"));
  }

  @Test
  void twentyFiveCertificatesFitInABundle() throws IOException {
    Files.writeString(folder.resolve("trust/25.pem"), resource("ca.pem").repeat(25));
    Files.writeString(folder.resolve("trust/26.pem"), resource("ca.pem").repeat(26));

    assertThat(create("mine", "25.pem").numberOfCaCertificates()).isEqualTo(25);
    Refused.with(
        "InvalidCaCertificatesBundle",
        "CA certificates per trust store '25'",
        () -> create("more", "26.pem"));
  }

  @Test
  void itHasTags() {
    TrustStore store = create("mine", "one.pem");
    Tag tag = Tag.builder().key("k").value("v").build();

    account.client().addTags(a -> a.resourceArns(store.trustStoreArn()).tags(tag));

    assertThat(
            account
                .client()
                .describeTags(d -> d.resourceArns(store.trustStoreArn()))
                .tagDescriptions()
                .get(0)
                .tags())
        .containsExactly(tag);
  }

  private Listener verifying(LoadBalancer balancer, int port, TrustStore store) {
    return account
        .client()
        .createListener(
            l ->
                l.loadBalancerArn(balancer.loadBalancerArn())
                    .protocol(ProtocolEnum.HTTPS)
                    .port(port)
                    .certificates(ListenerCertificateTest.certificate(0))
                    .mutualAuthentication(
                        m -> m.mode("verify").trustStoreArn(store.trustStoreArn()))
                    .defaultActions(fixed("200")))
        .listeners()
        .get(0);
  }

  private TrustStore create(String name, String key) {
    return account
        .client()
        .createTrustStore(
            c -> c.name(name).caCertificatesBundleS3Bucket("trust").caCertificatesBundleS3Key(key))
        .trustStores()
        .get(0);
  }

  private void delete(TrustStore store) {
    account.client().deleteTrustStore(d -> d.trustStoreArn(store.trustStoreArn()));
  }

  private List<TrustStore> describe() {
    return account.client().describeTrustStores(d -> {}).trustStores();
  }

  /** A file about trust, as text. */
  static String resource(String name) {
    try (InputStream in = TrustStoreTest.class.getResourceAsStream("/trust/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
