package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.TargetGroupConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupIpAddressTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Refuses target groups that HAProxy cannot serve. */
final class GroupSupport {

  private static final String NO_DNS = "it does not answer DNS queries";
  private static final String FAILOVER =
      "target_group_health.dns_failover.minimum_healthy_targets.";
  private static final Pattern PATH = Pattern.compile("[^\\s\\p{Cntrl}]+");
  private static final Pattern CODES = Pattern.compile("[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*");

  private static final List<UnsupportedAttribute> ATTRIBUTES =
      List.of(
          new UnsupportedAttribute(
              "load_balancing.algorithm.anomaly_mitigation",
              Set.of("off"),
              "it does not weigh servers by their errors"),
          new UnsupportedAttribute(
              "load_balancing.cross_zone.enabled",
              Set.of("true", "use_load_balancer_configuration"),
              "its backends know no zones"),
          new UnsupportedAttribute(
              "slow_start.duration_seconds",
              Set.of("0"),
              "its slowstart begins when a server recovers, not when one is added"),
          new UnsupportedAttribute(FAILOVER + "count", Set.of("1"), NO_DNS),
          new UnsupportedAttribute(FAILOVER + "percentage", Set.of("off"), NO_DNS));

  private GroupSupport() {}

  static void check(TargetGroupConfig group) throws ApiException {
    TargetGroup resource = group.resource();
    TargetTypeEnum type = resource.targetType();
    if (type != TargetTypeEnum.IP && type != TargetTypeEnum.INSTANCE) {
      throw Refusal.unsupported("target type " + type, "its servers are addresses and ports");
    }
    if (resource.protocol() != ProtocolEnum.HTTP && resource.protocol() != ProtocolEnum.HTTPS) {
      throw Refusal.unsupported(
          resource.protocolAsString() + " target groups", "this driver routes HTTP");
    }
    if ("GRPC".equals(resource.protocolVersion())) {
      throw Refusal.unsupported(
          "protocol version GRPC", "its health checks do not read gRPC status codes");
    }
    if (resource.ipAddressType() == TargetGroupIpAddressTypeEnum.IPV6) {
      throw Refusal.unsupported("IPv6 target groups", "this driver reaches targets over IPv4");
    }
    health(resource);
    stickiness(group.attributes());
    for (UnsupportedAttribute attribute : ATTRIBUTES) {
      attribute.check(group.attributes());
    }
  }

  private static void health(TargetGroup group) throws ApiException {
    if (!PATH.matcher(group.healthCheckPath()).matches()) {
      throw Refusal.unsupported(
          "a health check path with spaces or control characters",
          "they would break the request line");
    }
    if (!CODES.matcher(group.matcher().httpCode()).matches()) {
      throw Refusal.unsupported(
          "the matcher '%s'".formatted(group.matcher().httpCode()), "it expects codes and ranges");
    }
  }

  private static void stickiness(Map<String, String> attributes) throws ApiException {
    boolean application =
        "true".equals(attributes.get("stickiness.enabled"))
            && "app_cookie".equals(attributes.get("stickiness.type"));
    if (application) {
      throw Refusal.unsupported(
          "stickiness of type app_cookie", "its table of application cookies is lost on reload");
    }
  }
}
