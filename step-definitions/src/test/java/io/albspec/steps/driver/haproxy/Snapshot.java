package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** Builds a configuration of one load balancer with one listener. */
final class Snapshot {

  static final String ARN =
      "arn:aws:elasticloadbalancing:us-east-2:123456789012:loadbalancer/app/web/0123456789abcdef";

  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final Map<String, TargetGroupConfig> groups = new LinkedHashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<RuleConfig> rules = new ArrayList<>();
  private Action defaultAction = Actions.fixed("404", null, null);
  private final List<String> certificates = new ArrayList<>();
  private ProtocolEnum protocol = ProtocolEnum.HTTP;
  private String policy;
  private int port = 8080;

  Snapshot node(InetAddress address) {
    nodes.add(new Node("us-east-2a", "subnet-a", address));
    return this;
  }

  Snapshot port(int number) {
    port = number;
    return this;
  }

  Snapshot protocol(ProtocolEnum listener) {
    protocol = listener;
    return this;
  }

  /** With a policy, and the ARNs of certificates, the default one first. */
  Snapshot secure(String securityPolicy, String... arns) {
    protocol = ProtocolEnum.HTTPS;
    policy = securityPolicy;
    certificates.addAll(List.of(arns));
    return this;
  }

  Snapshot attribute(String key, String value) {
    attributes.put(key, value);
    return this;
  }

  Snapshot group(TargetGroupConfig group) {
    groups.put(group.resource().targetGroupArn(), group);
    return this;
  }

  Snapshot rule(int priority, Action action, RuleCondition... conditions) {
    rules.add(rule(String.valueOf(priority), action, List.of(conditions)));
    return this;
  }

  Snapshot otherwise(Action action) {
    defaultAction = action;
    return this;
  }

  Config config() {
    return new Config(1, Map.of(ARN, balancer()), groups);
  }

  BalancerConfig balancer() {
    List<RuleConfig> all = new ArrayList<>(rules);
    all.add(rule("default", defaultAction, List.of()));
    Listener listener =
        Listener.builder()
            .port(port)
            .protocol(protocol)
            .sslPolicy(policy)
            .certificates(
                certificates.stream()
                    .limit(1)
                    .map(arn -> Certificate.builder().certificateArn(arn).build())
                    .toList())
            .build();
    List<String> list = certificates.stream().skip(1).toList();
    return new BalancerConfig(
        LoadBalancer.builder().loadBalancerArn(ARN).build(),
        attributes,
        Map.of(),
        nodes,
        List.of(new ListenerConfig(listener, list, Map.of(), all)));
  }

  /** The text of haproxy.cfg. */
  String rendered() {
    return ConfigRenderer.render(balancer(), config(), SocketPorts.SAME, Map.of());
  }

  private static RuleConfig rule(String priority, Action action, List<RuleCondition> conditions) {
    Rule rule =
        Rule.builder()
            .priority(priority)
            .isDefault(priority.equals("default"))
            .conditions(conditions)
            .actions(action)
            .build();
    return new RuleConfig(rule, Map.of());
  }
}
