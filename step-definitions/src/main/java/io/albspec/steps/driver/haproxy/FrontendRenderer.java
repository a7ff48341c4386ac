package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/**
 * A listener as a frontend. The first rule whose conditions are met is noted in a variable; what
 * answers and what routes looks at the variable, so that rules of both kinds keep their order.
 */
final class FrontendRenderer {

  private final BalancerConfig balancer;
  private final Config config;
  private final SocketPorts ports;
  private final Map<String, PemFile> certificates;

  /**
   * Renders the listeners of a load balancer.
   *
   * @param certificates the files by the ARNs that listeners have
   */
  FrontendRenderer(
      BalancerConfig balancer,
      Config config,
      SocketPorts ports,
      Map<String, PemFile> certificates) {
    this.balancer = balancer;
    this.config = config;
    this.ports = ports;
    this.certificates = certificates;
  }

  void render(ListenerConfig listener, Sections sections) {
    Listener resource = listener.resource();
    ActionRenderer actions = new ActionRenderer(resource, config);
    sections.section("frontend listener-" + resource.port());
    for (InetAddress node : balancer.addresses()) {
      sections.line("bind " + bind(node, resource.port()) + " " + options(listener));
    }
    listener.rules().forEach(rule -> sections.lines(evaluation(rule)));
    listener.rules().forEach(rule -> sections.lines(actions.answers(rule)));
    sections.lines(RequestHeaders.lines(resource, balancer.attributes()));
    listener.rules().forEach(rule -> sections.lines(actions.routes(rule)));
  }

  private String options(ListenerConfig listener) {
    if (listener.resource().protocol() == ProtocolEnum.HTTP) {
      return "proto h1";
    }
    List<PemFile> files = BalancerCertificates.arns(listener).map(certificates::get).toList();
    return TlsOptions.bind(listener.resource(), balancer.attributes(), files);
  }

  private String bind(InetAddress node, int port) {
    String host = node.getHostAddress();
    String address = host.contains(":") ? "[" + host + "]" : host;
    return address + ":" + ports.of(node, port);
  }

  private static List<String> evaluation(RuleConfig rule) {
    String priority = rule.resource().priority();
    String name = Names.rule(priority);
    List<String> lines = new ArrayList<>();
    StringBuilder met = new StringBuilder();
    int number = 0;
    for (RuleCondition condition : rule.resource().conditions()) {
      String acl = Names.condition(priority, ++number);
      lines.add(ConditionAcl.line(acl, condition));
      met.append(' ').append(acl);
    }
    lines.add(
        "http-request set-var(txn.rule) str(%s) if !{ var(txn.rule) -m found }%s"
            .formatted(name, met));
    lines.add("acl %s var(txn.rule) -m str %s".formatted(name, name));
    return lines;
  }
}
