package io.albspec.steps.driver.haproxy;

import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** The health checks of a target group (guide, "Health check settings"). */
final class HealthCheckRenderer {

  private HealthCheckRenderer() {}

  /** What a check sends and what it expects. */
  static List<String> lines(TargetGroup group) {
    return List.of(
        "option httpchk",
        "http-check send meth GET uri "
            + Word.of(group.healthCheckPath())
            + " ver HTTP/1.1 hdr Host '%si:%sp' hdr User-Agent ELB-HealthChecker/2.0",
        "http-check expect status " + Word.of(group.matcher().httpCode()),
        "timeout check " + group.healthCheckTimeoutSeconds() + "s");
  }

  /** When a server is checked, where, and how many checks count. */
  static String serverOptions(TargetGroup group) {
    return "check inter %ds rise %d fall %d%s%s"
        .formatted(
            group.healthCheckIntervalSeconds(),
            group.healthyThresholdCount(),
            group.unhealthyThresholdCount(),
            port(group),
            tls(group));
  }

  private static String port(TargetGroup group) {
    String port = group.healthCheckPort();
    return port.equals("traffic-port") ? "" : " port " + Word.of(port);
  }

  /** A check speaks TLS when the traffic does, unless told otherwise. */
  private static String tls(TargetGroup group) {
    boolean traffic = group.protocol() == ProtocolEnum.HTTPS;
    boolean check = group.healthCheckProtocol() == ProtocolEnum.HTTPS;
    if (traffic == check) {
      return "";
    }
    return check ? " check-ssl verify none" : " no-check-ssl";
  }
}
