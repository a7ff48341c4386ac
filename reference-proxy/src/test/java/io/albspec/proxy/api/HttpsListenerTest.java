package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.fixed;
import static io.albspec.proxy.api.Account.forward;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

class HttpsListenerTest {

  private static final String FIPS = "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04";
  private static final String NOT_FIPS = "ELBSecurityPolicy-TLS13-1-2-2021-06";

  private final Account account = new Account();
  private final LoadBalancer balancer = account.balancer("web");

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void whatIsNotSaidHasADefault() {
    Listener listener = create(443, l -> {});

    assertThat(listener.sslPolicy()).isEqualTo("ELBSecurityPolicy-2016-08");
    assertThat(listener.mutualAuthentication().mode()).isEqualTo("off");
    assertThat(listener.certificates()).containsExactly(certificate(0));
    assertThat(create(443, l -> {})).isEqualTo(listener);
  }

  @Test
  void theCertificateMustBeThereAndBeOne() {
    Refused.validation(
        "A certificate must be specified for HTTPS listeners",
        () -> create(443, l -> l.certificates(new Certificate[0])));
    Refused.with(
        "InvalidConfigurationRequest",
        "exactly one certificate",
        () -> create(443, l -> l.certificates(certificate(0), certificate(1))));
    Refused.with(
        "CertificateNotFound",
        "Certificate 'arn:none' not found",
        () ->
            create(
                443, l -> l.certificates(certificate(0).copy(c -> c.certificateArn("arn:none")))));
    Refused.validation(
        "'IsDefault' cannot be specified",
        () -> create(443, l -> l.certificates(certificate(0).copy(c -> c.isDefault(true)))));
    Refused.with(
        "SSLPolicyNotFound",
        "SSL policy 'mine' not found",
        () -> create(443, l -> l.sslPolicy("mine")));
  }

  @Test
  void fipsPoliciesAndOthersCannotBeMixed() {
    Listener first = create(443, l -> l.sslPolicy(NOT_FIPS));
    Refused.with(
        "InvalidConfigurationRequest",
        "FIPS and non-FIPS security policies cannot be mixed",
        () -> create(444, l -> l.sslPolicy(FIPS)));

    modify(first, m -> m.sslPolicy(FIPS));
    create(444, l -> l.sslPolicy(FIPS));

    Refused.with(
        "InvalidConfigurationRequest",
        "cannot be mixed",
        () -> modify(first, m -> m.sslPolicy(NOT_FIPS)));
  }

  @Test
  void anHttpsListenerThatBecomesHttpLosesWhatOnlyHttpsHas() {
    Listener listener = create(443, l -> l.sslPolicy(NOT_FIPS));
    account
        .client()
        .addListenerCertificates(
            a -> a.listenerArn(listener.listenerArn()).certificates(certificate(1)));

    Listener open = modify(listener, m -> m.protocol("HTTP"));

    assertThat(open.sslPolicy()).isNull();
    assertThat(open.certificates()).isEmpty();
    assertThat(open.mutualAuthentication()).isNull();
    Refused.validation(
        "A certificate must be specified for HTTPS listeners",
        () -> modify(listener, m -> m.protocol("HTTPS")));
    assertThat(modify(listener, m -> m.protocol("HTTPS").certificates(certificate(2))).sslPolicy())
        .isEqualTo("ELBSecurityPolicy-2016-08");
    assertThat(
            account
                .client()
                .describeListenerCertificates(d -> d.listenerArn(listener.listenerArn()))
                .certificates())
        .containsExactly(certificate(2).copy(c -> c.isDefault(true)));
  }

  @Test
  void changingOneThingLeavesTheOthers() {
    Listener listener = create(443, l -> l.sslPolicy(NOT_FIPS));

    Listener changed =
        modify(listener, m -> m.mutualAuthentication(mutual -> mutual.mode("passthrough")));
    changed = modify(changed, m -> m.certificates(certificate(7)));

    assertThat(changed.sslPolicy()).isEqualTo(NOT_FIPS);
    assertThat(changed.mutualAuthentication().mode()).isEqualTo("passthrough");
    assertThat(changed.certificates()).containsExactly(certificate(7));
  }

  @Test
  void mutualAuthenticationNeedsWhatItsModeNeeds() {
    Refused.validation(
        "Mutual authentication mode 'on' must be one of 'off, passthrough, verify'",
        () -> create(443, l -> l.mutualAuthentication(m -> m.mode("on"))));
    Refused.validation(
        "Mutual authentication mode 'null'",
        () -> create(443, l -> l.mutualAuthentication(m -> m.trustStoreArn("arn"))));
    Refused.validation(
        "A trust store ARN must be specified",
        () -> create(443, l -> l.mutualAuthentication(m -> m.mode("verify"))));
    Refused.validation(
        "can only be specified for the mutual authentication mode 'verify'",
        () ->
            create(
                443,
                l ->
                    l.mutualAuthentication(
                        m -> m.mode("passthrough").ignoreClientCertificateExpiry(true))));
    Refused.with(
        "TrustStoreNotFound",
        "One or more trust stores not found",
        () ->
            create(
                443,
                l ->
                    l.mutualAuthentication(
                        m ->
                            m.mode("verify")
                                .trustStoreArn(
                                    "arn:aws:elasticloadbalancing:us-east-2:123456789012:truststore/mine/0123456789abcdef"))));
  }

  @Test
  void http2AndGrpcReachTargetsFromHttpsListenersOnly() {
    TargetGroup http2 =
        account
            .client()
            .createTargetGroup(
                g ->
                    g.name("h2")
                        .protocol(ProtocolEnum.HTTP)
                        .protocolVersion("HTTP2")
                        .port(80)
                        .vpcId("vpc-default"))
            .targetGroups()
            .get(0);

    Refused.with(
        "InvalidConfigurationRequest",
        "Listener protocol 'HTTP' is not supported with a target group with the protocol-version 'HTTP2'",
        () -> account.listener(balancer, 80, forward(http2)));
    Listener secure = create(443, l -> l.defaultActions(forward(http2)));
    Refused.with(
        "InvalidConfigurationRequest",
        "protocol-version 'HTTP2'",
        () -> modify(secure, m -> m.protocol("HTTP")));
  }

  private static Certificate certificate(int number) {
    return ListenerCertificateTest.certificate(number);
  }

  private Listener modify(Listener listener, Consumer<ModifyListenerRequest.Builder> change) {
    return account
        .client()
        .modifyListener(
            m -> {
              m.listenerArn(listener.listenerArn());
              change.accept(m);
            })
        .listeners()
        .get(0);
  }

  private Listener create(int port, Consumer<CreateListenerRequest.Builder> change) {
    return account
        .client()
        .createListener(
            l -> {
              l.loadBalancerArn(balancer.loadBalancerArn())
                  .protocol(ProtocolEnum.HTTPS)
                  .port(port)
                  .certificates(certificate(0))
                  .defaultActions(fixed("200"));
              change.accept(l);
            })
        .listeners()
        .get(0);
  }
}
