package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.TargetGroupConfig;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** The health checks of a target group (guide, "Health check settings"). */
final class HealthCheckRenderer {

  private static final String TRAFFIC_PORT = "traffic-port";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private HealthCheckRenderer() {}

  /** What a check sends and what it expects. */
  static List<String> lines(TargetGroupConfig targets) {
    TargetGroup group = targets.resource();
    return List.of(
        "option httpchk",
        "http-check send meth GET uri "
            + Word.of(group.healthCheckPath())
            + " ver HTTP/1.1 hdr Host '"
            + host(targets)
            + "' hdr User-Agent ELB-HealthChecker/2.0",
        "http-check expect status " + Word.of(group.matcher().httpCode()),
        "timeout check " + group.healthCheckTimeoutSeconds() + "s");
  }

  /**
   * HAProxy has one such line for all servers, so the port is left out only if it is the default
   * port at every target.
   */
  private static String host(TargetGroupConfig targets) {
    TargetGroup group = targets.resource();
    int standard = group.healthCheckProtocol() == ProtocolEnum.HTTPS ? HTTPS_PORT : HTTP_PORT;
    boolean everywhere =
        group.healthCheckPort().equals(TRAFFIC_PORT)
            ? Servers.of(targets).stream().allMatch(each -> each.address().getPort() == standard)
            : group.healthCheckPort().equals(Integer.toString(standard));
    return everywhere ? "%si" : "%si:%sp";
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
    return port.equals(TRAFFIC_PORT) ? "" : " port " + Word.of(port);
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
