package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** A target group as backends: one that checks its servers, and one that takes them as they are. */
final class BackendRenderer {

  private BackendRenderer() {}

  /**
   * Renders a target group.
   *
   * @param tls13 whether a listener that forwards to it has a policy with TLS 1.3
   */
  static void render(TargetGroupConfig group, boolean tls13, Sections sections) {
    sections.section("backend " + Names.backend(group));
    routing(group, sections);
    if (Servers.of(group).isEmpty()) {
      return;
    }
    sections.lines(HealthCheckRenderer.lines(group));
    servers(group, tls13, " " + HealthCheckRenderer.serverOptions(group.resource()), sections);

    sections.section("backend " + Names.failOpen(group));
    routing(group, sections);
    servers(group, tls13, "", sections);
  }

  private static void routing(TargetGroupConfig group, Sections sections) {
    Map<String, String> attributes = group.attributes();
    sections.line(
        "balance "
            + switch (attributes.getOrDefault("load_balancing.algorithm.type", "round_robin")) {
              case "least_outstanding_requests" -> "leastconn";
              case "weighted_random" -> "random(1)";
              default -> "roundrobin";
            });
    if ("true".equals(attributes.get("stickiness.enabled"))) {
      String duration = attributes.getOrDefault("stickiness.lb_cookie.duration_seconds", "86400");
      sections.line("cookie AWSALB insert indirect dynamic maxidle " + duration + "s");
      sections.line("dynamic-cookie-key " + Word.of(Names.backend(group)));
    }
  }

  private static void servers(
      TargetGroupConfig group, boolean tls13, String checks, Sections sections) {
    String transport = transport(group, tls13);
    for (TargetConfig target : Servers.of(group)) {
      sections.line("server " + Names.server(target) + " " + address(target) + transport + checks);
    }
  }

  private static String transport(TargetGroupConfig group, boolean tls13) {
    boolean http2 = "HTTP2".equals(group.resource().protocolVersion());
    if (group.resource().protocol() == ProtocolEnum.HTTPS) {
      return " " + TlsOptions.server(tls13) + (http2 ? " alpn h2" : "");
    }
    return http2 ? " proto h2" : "";
  }

  private static String address(TargetConfig target) {
    InetSocketAddress address = target.address();
    String host = address.getAddress().getHostAddress();
    boolean bracketed = address.getAddress() instanceof Inet6Address;
    return (bracketed ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
