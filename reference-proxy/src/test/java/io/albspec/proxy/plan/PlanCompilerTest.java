package io.albspec.proxy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.stickiness.CookieKeys;
import io.albspec.proxy.stickiness.CookieSeal;
import io.albspec.proxy.target.GroupConfigs;
import io.albspec.proxy.target.TargetGroups;
import io.albspec.proxy.telemetry.AccessLog;
import io.albspec.proxy.telemetry.ConnectionLog;
import io.albspec.proxy.telemetry.Counters;
import io.albspec.proxy.time.ManualTime;
import io.albspec.proxy.trust.ClientAuthentications;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

class PlanCompilerTest {

  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "idle_timeout.timeout_seconds", "30",
          "client_keep_alive.seconds", "3600",
          "routing.http.xff_header_processing.mode", "append",
          "routing.http.xff_client_port.enabled", "false",
          "routing.http.preserve_host_header.enabled", "false",
          "routing.http.drop_invalid_header_fields.enabled", "false",
          "routing.http.desync_mitigation_mode", "defensive");

  private final PlanCompiler compiler =
      new PlanCompiler(
          new TargetGroups(new ManualTime(Instant.EPOCH))::group,
          new CookieSeal(CookieKeys.random()),
          balancer -> AccessLog.NONE,
          balancer -> ConnectionLog.NONE,
          arn -> new Counters(),
          arn -> Optional.empty(),
          new ClientAuthentications(object -> Optional.empty(), new ManualTime(Instant.EPOCH)));

  @Test
  void rulesAreEvaluatedFromTheLowestPriorityTheDefaultRuleLast() throws Exception {
    Config config =
        config("HTTP", rule("default", "/*"), rule("20", "/img/*"), rule("3", "/img/logo*"));

    Listener listener = compiler.compile(config).get("arn:listener");

    assertThat(listener.rules().rules()).extracting(Rule::priority).containsExactly(3, 20, 0);
    assertThat(priority(listener, "/img/logo.png")).isEqualTo(3);
    assertThat(priority(listener, "/img/x")).isEqualTo(20);
    assertThat(priority(listener, "/")).isEqualTo(0);
    assertThat(listener.port()).isEqualTo(80);
    assertThat(listener.settings().idleTimeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void onlyRulesThatHaveChangedAreCompiledAgain() throws Exception {
    RuleConfig first = rule("1", "/a");
    RuleConfig last = rule("default", "/*");
    Listener before =
        compiler.compile(config("HTTP", first, rule("2", "/b"), last)).get("arn:listener");

    Listener after =
        compiler.compile(config("HTTP", first, rule("2", "/c"), last)).get("arn:listener");

    assertThat(after.rules().rules().get(0)).isSameAs(before.rules().rules().get(0));
    assertThat(after.rules().rules().get(2)).isSameAs(before.rules().rules().get(2));
    assertThat(priority(after, "/b")).isZero();
    assertThat(priority(after, "/c")).isEqualTo(2);
  }

  @Test
  void aSecureListenerWhoseCertificateIsGoneIsRefused() {
    assertThatThrownBy(() -> compiler.compile(config("HTTPS", rule("default", "/*"))))
        .isInstanceOf(ApiException.class)
        .hasMessage("Certificate 'arn:certificate' not found");
  }

  @Test
  void functionsAsTargetsAreRefused() {
    TargetGroupConfig group = GroupConfigs.group(g -> g.targetType("lambda"), Map.of());
    Config config = new Config(1, Map.of(), Map.of(GroupConfigs.ARN, group));

    assertThatThrownBy(() -> compiler.compile(config))
        .isInstanceOf(ApiException.class)
        .hasMessage("Target groups with the target type 'lambda' are not supported");
  }

  private static int priority(Listener listener, String target) {
    return listener.match(ReceivedRequest.get(target)).priority();
  }

  private static RuleConfig rule(String priority, String path) {
    return new RuleConfig(
        software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule.builder()
            .priority(priority)
            .isDefault(priority.equals("default"))
            .conditions(
                priority.equals("default")
                    ? List.of()
                    : List.of(
                        software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition
                            .builder()
                            .field("path-pattern")
                            .values(path)
                            .build()))
            .actions(
                software.amazon.awssdk.services.elasticloadbalancingv2.model.Action.builder()
                    .type("fixed-response")
                    .fixedResponseConfig(f -> f.statusCode("200"))
                    .build())
            .build(),
        Map.of());
  }

  private static Config config(String protocol, RuleConfig... rules) {
    ListenerConfig listener =
        new ListenerConfig(
            software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener.builder()
                .listenerArn("arn:listener")
                .protocol(protocol)
                .port(80)
                .sslPolicy("ELBSecurityPolicy-2016-08")
                .certificates(Certificate.builder().certificateArn("arn:certificate").build())
                .build(),
            Map.of(),
            List.of(rules));
    BalancerConfig balancer =
        new BalancerConfig(
            LoadBalancer.builder().loadBalancerArn("arn:balancer").build(),
            ATTRIBUTES,
            Map.of(),
            List.of(),
            List.of(listener));
    return new Config(1, Map.of("arn:balancer", balancer), Map.of());
  }
}
