package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.fixed;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.store.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddListenerCertificatesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerCertificatesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

class ListenerCertificateTest {

  private final Account account = new Account();
  private final LoadBalancer balancer = account.balancer("web");
  private final String listener = secure(443);

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void theDefaultOneStandsBeforeTheList() {
    AddListenerCertificatesResponse added = add(listener, certificate(1), certificate(2));

    assertThat(added.certificates()).containsExactly(listed(1), listed(2));
    assertThat(describe())
        .containsExactly(certificate(0).copy(c -> c.isDefault(true)), listed(1), listed(2));
  }

  @Test
  void theDefaultOneCanBeInTheListToo() {
    add(listener, certificate(0));

    assertThat(describe()).containsExactly(certificate(0).copy(c -> c.isDefault(true)), listed(0));
    remove(certificate(0));
    assertThat(describe()).containsExactly(certificate(0).copy(c -> c.isDefault(true)));
    Refused.with(
        "OperationNotPermitted", "of a listener cannot be removed", () -> remove(certificate(0)));
  }

  @Test
  void addingTwiceAndRemovingWhatIsNotThereChangesNothing() {
    add(listener, certificate(1));
    int changes = account.dataPlane().applied().size();

    add(listener, certificate(1));
    remove(certificate(2));

    assertThat(account.dataPlane().applied()).hasSize(changes);
    assertThat(describe()).hasSize(2);
  }

  @Test
  void twentyFiveFitOnALoadBalancerDefaultOnesNotCounted() {
    String other = secure(444);
    add(listener, certificate(0));
    for (int number = 1; number <= 24; number++) {
      add(listener, certificate(number));
    }
    add(other, certificate(25));

    Refused.with(
        "TooManyCertificates",
        "certificates per load balancer '25'",
        () -> add(other, certificate(26)));
  }

  @Test
  void theyAreShownInPages() {
    add(listener, certificate(0), certificate(1));

    DescribeListenerCertificatesResponse first =
        account.client().describeListenerCertificates(d -> d.listenerArn(listener).pageSize(1));
    DescribeListenerCertificatesResponse rest =
        account
            .client()
            .describeListenerCertificates(d -> d.listenerArn(listener).marker(first.nextMarker()));

    assertThat(first.certificates()).hasSize(1);
    assertThat(rest.certificates()).containsExactly(listed(0), listed(1));
    assertThat(rest.nextMarker()).isNull();
  }

  @Test
  void theListIsThereAfterARestart(@TempDir Path directory) throws IOException {
    String kept;
    try (Account before = new Account(EmbeddedStore.open(directory), new Cloud())) {
      kept = secure(before, before.balancer("web"), 443);
      before
          .client()
          .addListenerCertificates(a -> a.listenerArn(kept).certificates(certificate(1)));
    }

    try (Account after = new Account(EmbeddedStore.open(directory), new Cloud())) {
      assertThat(
              after.client().describeListenerCertificates(d -> d.listenerArn(kept)).certificates())
          .containsExactly(certificate(0).copy(c -> c.isDefault(true)), listed(1));
    }
  }

  @Test
  void callsThatCannotBeAreRefused() {
    String open = account.listener(balancer, 80, fixed("200")).listenerArn();
    Refused.with(
        "InvalidConfigurationRequest",
        "certificates belong to HTTPS listeners",
        () -> add(open, certificate(1)));
    Refused.with(
        "CertificateNotFound",
        "Certificate 'arn:none' not found",
        () -> add(listener, Certificate.builder().certificateArn("arn:none").build()));
    Refused.validation("'IsDefault' cannot be specified", () -> add(listener, listed(1)));
    Refused.validation(
        "Value null at 'certificates' failed to satisfy constraint: Member must not be null",
        () -> account.client().addListenerCertificates(a -> a.listenerArn(listener)));
    Refused.validation("A certificate must be specified", () -> add(listener, new Certificate[0]));
    Refused.with(
        "ListenerNotFound",
        "One or more listeners not found",
        () -> add(listener.replaceAll("[0-9a-f]{16}$", "0123456789abcdef"), certificate(1)));
  }

  private String secure(int port) {
    return secure(account, balancer, port);
  }

  private static String secure(Account account, LoadBalancer balancer, int port) {
    return account
        .client()
        .createListener(
            l ->
                l.loadBalancerArn(balancer.loadBalancerArn())
                    .protocol(ProtocolEnum.HTTPS)
                    .port(port)
                    .certificates(certificate(0))
                    .defaultActions(fixed("200")))
        .listeners()
        .get(0)
        .listenerArn();
  }

  private AddListenerCertificatesResponse add(String arn, Certificate... certificates) {
    return account
        .client()
        .addListenerCertificates(a -> a.listenerArn(arn).certificates(certificates));
  }

  private void remove(Certificate certificate) {
    account
        .client()
        .removeListenerCertificates(r -> r.listenerArn(listener).certificates(certificate));
  }

  private List<Certificate> describe() {
    return account
        .client()
        .describeListenerCertificates(d -> d.listenerArn(listener))
        .certificates();
  }

  /** One of many certificates of the account. */
  static Certificate certificate(int number) {
    return Certificate.builder()
        .certificateArn(
            "arn:aws:acm:us-east-2:123456789012:certificate/%08d-0000-0000-0000-000000000000"
                .formatted(number))
        .build();
  }

  private static Certificate listed(int number) {
    return certificate(number).copy(c -> c.isDefault(false));
  }
}
