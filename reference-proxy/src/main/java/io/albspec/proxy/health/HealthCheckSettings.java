package io.albspec.proxy.health;

import io.albspec.proxy.target.ProtocolVersion;
import io.albspec.proxy.target.Target;
import java.net.InetSocketAddress;
import java.time.Duration;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * How the targets of a group are checked (guide: "Health check settings").
 *
 * @param interval from the beginning of one check to that of the next
 * @param timeout how long a target may take to answer
 * @param healthyThreshold consecutive passed checks that make an unhealthy target healthy
 * @param unhealthyThreshold consecutive failed checks that make a target unhealthy
 * @param codes the status codes that pass
 * @param port a port number, or {@code traffic-port} for that of each target
 * @param path the request target
 * @param security of the connections, whatever that of requests is
 * @param version of HTTP, as requests have it
 */
record HealthCheckSettings(
    Duration interval,
    Duration timeout,
    int healthyThreshold,
    int unhealthyThreshold,
    SuccessCodes codes,
    String port,
    String path,
    Security security,
    ProtocolVersion version) {

  /** How the connections of health checks are secured. */
  enum Security {
    NONE,
    /** By the policy without TLS 1.3. */
    OLDER,
    /** By the policy with TLS 1.3. */
    WITH_TLS13
  }

  private static final String TRAFFIC_PORT = "traffic-port";

  /**
   * Those of a group.
   *
   * @param tls13 whether a listener of its load balancer has a policy with TLS 1.3
   */
  static HealthCheckSettings of(TargetGroup group, boolean tls13) {
    return new HealthCheckSettings(
        Duration.ofSeconds(group.healthCheckIntervalSeconds()),
        Duration.ofSeconds(group.healthCheckTimeoutSeconds()),
        group.healthyThresholdCount(),
        group.unhealthyThresholdCount(),
        codes(group),
        group.healthCheckPort(),
        group.healthCheckPath(),
        security(group, tls13),
        ProtocolVersion.of(group));
  }

  private static SuccessCodes codes(TargetGroup group) {
    Matcher matcher = group.matcher();
    return SuccessCodes.of(
        ProtocolVersion.of(group) == ProtocolVersion.GRPC
            ? matcher.grpcCode()
            : matcher.httpCode());
  }

  private static Security security(TargetGroup group, boolean tls13) {
    if (group.healthCheckProtocol() != ProtocolEnum.HTTPS) {
      return Security.NONE;
    }
    return tls13 ? Security.WITH_TLS13 : Security.OLDER;
  }

  /** Where the health checks of this target go. */
  InetSocketAddress address(Target target) {
    InetSocketAddress traffic = target.address();
    return port.equals(TRAFFIC_PORT)
        ? traffic
        : new InetSocketAddress(traffic.getAddress(), Integer.parseInt(port));
  }
}
