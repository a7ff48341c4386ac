package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.fixed;
import static io.albspec.proxy.api.Account.forward;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.RuleConfig;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

class ListenerTest {

  private static final String GONE =
      "arn:aws:elasticloadbalancing:us-east-2:123456789012:listener/app/web/0123456789abcdef/0123456789abcdef";

  private final Account account = new Account();
  private final LoadBalancer balancer = account.balancer("web");

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void aPlainTargetGroupIsShownAsAForwardConfigToo() {
    TargetGroup group = account.group("web");

    Listener listener = account.listener(balancer, 80, forward(group));

    assertThat(listener.listenerArn())
        .matches(
            balancer.loadBalancerArn().replace(":loadbalancer/", ":listener/") + "/[0-9a-f]{16}");
    Action action = listener.defaultActions().get(0);
    assertThat(action.order()).isEqualTo(1);
    assertThat(action.targetGroupArn()).isEqualTo(group.targetGroupArn());
    assertThat(action.forwardConfig().targetGroups())
        .singleElement()
        .satisfies(g -> assertThat(g.targetGroupArn()).isEqualTo(group.targetGroupArn()))
        .satisfies(g -> assertThat(g.weight()).isEqualTo(1));
    assertThat(action.forwardConfig().targetGroupStickinessConfig().enabled()).isFalse();
    assertThat(describe()).isEqualTo(listener);
  }

  @Test
  void itHasADefaultRule() {
    Listener listener = account.listener(balancer, 80, fixed("404"));

    Rule rule =
        account.client().describeRules(d -> d.listenerArn(listener.listenerArn())).rules().get(0);
    assertThat(rule.isDefault()).isTrue();
    assertThat(rule.priority()).isEqualTo("default");
    assertThat(rule.conditions()).isEmpty();
    assertThat(rule.actions()).isEqualTo(listener.defaultActions());
    assertThat(rule.ruleArn())
        .matches(listener.listenerArn().replace(":listener/", ":listener-rule/") + "/[0-9a-f]{16}");
  }

  @Test
  void creatingItAgainWithTheSameSettingsChangesNothing() {
    Listener first = account.listener(balancer, 80, fixed("404"));

    assertThat(account.listener(balancer, 80, fixed("404"))).isEqualTo(first);
    Refused.with(
        "DuplicateListener",
        "A listener already exists on this port for this load balancer",
        () -> account.listener(balancer, 80, fixed("403")));
  }

  @Test
  void portAndProtocolMustBeGivenAndFit() {
    Refused.validation("A listener port must be specified", () -> create(l -> l.port(null)));
    Refused.validation(
        "A listener protocol must be specified", () -> create(l -> l.protocol((String) null)));
    Refused.validation(
        "Listener protocol 'TCP' must be one of 'HTTP, HTTPS'",
        () -> create(l -> l.protocol("TCP")));
    Refused.validation(
        "Value 'SPDY' at 'protocol' failed to satisfy constraint: Member must satisfy enum value set",
        () -> create(l -> l.protocol("SPDY")));
    Refused.validation("greater than or equal to 1", () -> create(l -> l.port(0)));
    Refused.validation("less than or equal to 65535", () -> create(l -> l.port(65536)));
  }

  @Test
  void securityBelongsToHttps() {
    Certificate certificate = Certificate.builder().certificateArn("arn:x").build();
    Refused.validation(
        "A certificate must be specified for HTTPS listeners",
        () -> create(l -> l.protocol("HTTPS")));
    Refused.with(
        "InvalidConfigurationRequest",
        "only be specified for HTTPS listeners",
        () -> create(l -> l.certificates(certificate)));
    Refused.with(
        "InvalidConfigurationRequest",
        "only be specified for HTTPS listeners",
        () -> create(l -> l.mutualAuthentication(m -> m.mode("verify"))));
    Refused.with(
        "InvalidConfigurationRequest", "ALPN policy", () -> create(l -> l.alpnPolicy("HTTP2Only")));
  }

  @Test
  void unknownOnesAreNotFound() {
    Refused.with(
        "ListenerNotFound",
        "One or more listeners not found",
        () -> account.client().describeListeners(d -> d.listenerArns(GONE)));
    Refused.with(
        "ListenerNotFound",
        "not found",
        () -> account.client().deleteListener(d -> d.listenerArn(GONE)));
    Refused.validation(
        "'x' is not a valid listener ARN",
        () -> account.client().deleteListener(d -> d.listenerArn("x")));
    Refused.validation(
        "You must specify either listener ARNs or a load balancer ARN",
        () -> account.client().describeListeners(d -> {}));
  }

  @Test
  void portAndActionsCanBeModified() {
    Listener listener = account.listener(balancer, 80, fixed("404"));
    account.listener(balancer, 81, fixed("404"));

    Listener modified =
        account
            .client()
            .modifyListener(
                m -> m.listenerArn(listener.listenerArn()).port(8080).defaultActions(fixed("503")))
            .listeners()
            .get(0);

    assertThat(modified.port()).isEqualTo(8080);
    assertThat(modified.listenerArn()).isEqualTo(listener.listenerArn());
    RuleConfig rule =
        account
            .dataPlane()
            .live()
            .balancers()
            .get(balancer.loadBalancerArn())
            .listeners()
            .get(0)
            .rules()
            .get(0);
    assertThat(rule.resource().actions().get(0).fixedResponseConfig().statusCode())
        .isEqualTo("503");
    Refused.validation(
        "Listener port '81' is already in use",
        () -> account.client().modifyListener(m -> m.listenerArn(listener.listenerArn()).port(81)));
  }

  @Test
  void aTargetGroupHasOneLoadBalancerOnly() {
    TargetGroup group = account.group("web");
    account.listener(balancer, 80, forward(group));
    account.listener(balancer, 81, forward(group));
    LoadBalancer other = account.balancer("other");

    Refused.with(
        "TargetGroupAssociationLimit",
        "cannot be associated with more than one load balancer: " + group.targetGroupArn(),
        () -> account.listener(other, 80, forward(group)));

    account.client().deleteLoadBalancer(d -> d.loadBalancerArn(balancer.loadBalancerArn()));
    account.listener(other, 80, forward(group));
  }

  @Test
  void fiftyFitOnALoadBalancer() {
    for (int port = 1; port <= 50; port++) {
      account.listener(balancer, port, fixed("200"));
    }

    Refused.with(
        "TooManyListeners",
        "listeners per load balancer '50'",
        () -> account.listener(balancer, 51, fixed("200")));
  }

  private Listener describe() {
    return account
        .client()
        .describeListeners(d -> d.loadBalancerArn(balancer.loadBalancerArn()))
        .listeners()
        .get(0);
  }

  private void create(Consumer<CreateListenerRequest.Builder> change) {
    CreateListenerRequest.Builder request =
        CreateListenerRequest.builder()
            .loadBalancerArn(balancer.loadBalancerArn())
            .protocol(ProtocolEnum.HTTP)
            .port(80)
            .defaultActions(fixed("200"));
    change.accept(request);
    account.client().createListener(request.build());
  }
}
