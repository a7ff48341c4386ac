package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.policy.SecurityPolicies;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;

/** A load balancer as haproxy.cfg. */
final class ConfigRenderer {

  private ConfigRenderer() {}

  /**
   * Renders one load balancer.
   *
   * @param ports where its listeners bind
   * @param certificates the files by the ARNs that its listeners have
   */
  static String render(
      BalancerConfig balancer,
      Config config,
      SocketPorts ports,
      Map<String, PemFile> certificates) {
    Sections sections = new Sections();
    global(sections);
    defaults(balancer, sections);
    FrontendRenderer frontends = new FrontendRenderer(balancer, config, ports, certificates);
    balancer.listeners().forEach(listener -> frontends.render(listener, sections));
    Set<String> modern = behindTls13(balancer, config);
    groups(balancer, config)
        .forEach((arn, group) -> BackendRenderer.render(group, modern.contains(arn), sections));
    return sections.toString();
  }

  /** A request header may have 64 K (guide, "Quotas"), and grows by what is added to it. */
  private static void global(Sections sections) {
    sections
        .section("global")
        .line("fd-hard-limit 10000")
        .line("max-spread-checks 1000")
        .line("tune.bufsize 73728")
        .line("tune.maxrewrite 8192");
  }

  /** Guide, "Connection idle timeout" and, for the time to connect, "HTTP 504". */
  private static void defaults(BalancerConfig balancer, Sections sections) {
    String idle = balancer.attributes().getOrDefault("idle_timeout.timeout_seconds", "60") + "s";
    sections
        .section("defaults")
        .line("mode http")
        .line("timeout connect 10s")
        .line("timeout client " + idle)
        .line("timeout server " + idle)
        .line("timeout http-keep-alive " + idle)
        .line("timeout tunnel " + idle)
        .line("retries 0")
        .line("load-server-state-from-file global");
  }

  private static Set<String> behindTls13(BalancerConfig balancer, Config config) {
    return groups(
            balancer.listeners().stream()
                .filter(listener -> SecurityPolicies.hasTls13(listener.resource().sslPolicy())),
            config)
        .keySet();
  }

  /** Every target group that a rule forwards to. */
  static Map<String, TargetGroupConfig> groups(BalancerConfig balancer, Config config) {
    return groups(balancer.listeners().stream(), config);
  }

  private static Map<String, TargetGroupConfig> groups(
      Stream<ListenerConfig> listeners, Config config) {
    Map<String, TargetGroupConfig> groups = new LinkedHashMap<>();
    listeners
        .flatMap(listener -> listener.rules().stream())
        .flatMap(rule -> rule.resource().actions().stream())
        .filter(ConfigRenderer::forwards)
        .flatMap(action -> WeightedGroup.of(action, config).stream())
        .map(WeightedGroup::group)
        .forEach(group -> groups.put(group.resource().targetGroupArn(), group));
    return groups;
  }

  private static boolean forwards(Action action) {
    return action.type() == ActionTypeEnum.FORWARD;
  }
}
