package io.albspec.proxy.control.attributes;

import static io.albspec.proxy.control.attributes.Values.BOOLEAN;
import static io.albspec.proxy.control.attributes.Values.TEXT;
import static io.albspec.proxy.control.attributes.Values.oneOf;
import static io.albspec.proxy.control.attributes.Values.range;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.TargetGroupConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** The attributes of a target group (guide, "Target group attributes"). */
public final class GroupAttributes {

  private static final String DNS = "target_group_health.dns_failover.minimum_healthy_targets.";
  private static final String ROUTING =
      "target_group_health.unhealthy_state_routing.minimum_healthy_targets.";
  private static final Values DURATION = range(1, 604800);
  private static final Values COUNT = range(1, 1000);

  private static final List<Attribute> SERVERS =
      List.of(
          new Attribute("deregistration_delay.timeout_seconds", "300", range(0, 3600), 4051),
          new Attribute(
              "load_balancing.algorithm.type",
              "round_robin",
              oneOf("round_robin", "least_outstanding_requests", "weighted_random"),
              4055),
          new Attribute(
              "load_balancing.algorithm.anomaly_mitigation", "off", oneOf("on", "off"), 4059),
          new Attribute(
              "load_balancing.cross_zone.enabled",
              "use_load_balancer_configuration",
              BOOLEAN.or("use_load_balancer_configuration"),
              4063),
          new Attribute("slow_start.duration_seconds", "0", range(30, 900).or("0"), 4067),
          new Attribute("stickiness.enabled", "false", BOOLEAN, 4071),
          new Attribute("stickiness.type", "lb_cookie", oneOf("lb_cookie", "app_cookie"), 4087),
          new Attribute("stickiness.lb_cookie.duration_seconds", "86400", DURATION, 4083),
          new Attribute("stickiness.app_cookie.cookie_name", "", TEXT, 4075),
          new Attribute("stickiness.app_cookie.duration_seconds", "86400", DURATION, 4079),
          new Attribute(DNS + "count", "1", COUNT.or("off"), 4091),
          new Attribute(DNS + "percentage", "off", range(1, 100).or("off"), 4095),
          new Attribute(ROUTING + "count", "1", COUNT, 4099),
          new Attribute(ROUTING + "percentage", "off", range(1, 100).or("off"), 4103));

  private static final List<Attribute> FUNCTIONS =
      List.of(new Attribute("lambda.multi_value_headers.enabled", "false", BOOLEAN, 4109));

  /** Attributes of target groups of the other types of load balancer. */
  private static final Set<String> OTHER_TYPES =
      Set.of(
          "deregistration_delay.connection_termination.enabled",
          "preserve_client_ip.enabled",
          "proxy_protocol_v2.enabled",
          "target_failover.on_deregistration",
          "target_failover.on_unhealthy",
          "target_health_state.unhealthy.connection_termination.enabled",
          "target_health_state.unhealthy.draining_interval_seconds");

  private static final AttributeTable SERVER_TABLE = new AttributeTable(SERVERS);
  private static final AttributeTable FUNCTION_TABLE = new AttributeTable(FUNCTIONS);

  private GroupAttributes() {}

  /** What a new target group has. */
  public static Map<String, String> defaults(TargetTypeEnum type) {
    return table(type).defaults(Map.of());
  }

  /** The attributes after a change. */
  public static Map<String, String> change(TargetGroupConfig group, Map<String, String> changes)
      throws ApiException {
    TargetTypeEnum type = group.resource().targetType();
    for (Map.Entry<String, String> change : changes.entrySet()) {
      known(change.getKey(), type);
      stickinessType(change.getKey(), change.getValue());
    }
    Map<String, String> next = table(type).change(group.attributes(), changes);
    if (type != TargetTypeEnum.LAMBDA) {
      GroupSettings.check(next, group.targets());
    }
    return next;
  }

  private static AttributeTable table(TargetTypeEnum type) {
    return type == TargetTypeEnum.LAMBDA ? FUNCTION_TABLE : SERVER_TABLE;
  }

  private static void known(String key, TargetTypeEnum type) throws ApiException {
    if (table(type).has(key)) {
      return;
    }
    if (SERVER_TABLE.has(key) || FUNCTION_TABLE.has(key)) {
      throw ApiException.configuration(
          "A target group with target type '%s' does not support the attribute %s"
              .formatted(type, key));
    }
    if (OTHER_TYPES.contains(key)) {
      throw ApiException.configuration(
          "Target group attribute key '%s' is not supported for target groups with the HTTP protocol"
              .formatted(key));
    }
    throw ApiException.validation(
        "Target group attribute key '%s' is not recognized".formatted(key));
  }

  private static void stickinessType(String key, String value) throws ApiException {
    if (key.equals("stickiness.type") && value.startsWith("source_ip")) {
      throw ApiException.configuration(
          "Stickiness type '%s' is not supported for target groups with the HTTP protocol"
              .formatted(value));
    }
  }
}
