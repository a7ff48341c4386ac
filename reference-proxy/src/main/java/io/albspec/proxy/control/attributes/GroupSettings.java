package io.albspec.proxy.control.attributes;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.TargetConfig;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which attributes of a target group go together. */
final class GroupSettings {

  private GroupSettings() {}

  static void check(Map<String, String> attributes, List<TargetConfig> targets)
      throws ApiException {
    algorithm(attributes);
    stickiness(attributes);
    crossZone(attributes, targets);
    failover(attributes, "count");
    failover(attributes, "percentage");
  }

  private static void algorithm(Map<String, String> attributes) throws ApiException {
    String algorithm = attributes.get("load_balancing.algorithm.type");
    boolean slowStart = !attributes.get("slow_start.duration_seconds").equals("0");
    if (slowStart && !algorithm.equals("round_robin")) {
      throw ApiException.configuration(
          "Slow start cannot be used with the load balancing algorithm '%s'".formatted(algorithm));
    }
    boolean mitigation = attributes.get("load_balancing.algorithm.anomaly_mitigation").equals("on");
    if (mitigation && !algorithm.equals("weighted_random")) {
      throw ApiException.configuration(
          "Anomaly mitigation is only available with the load balancing algorithm 'weighted_random'");
    }
  }

  private static void stickiness(Map<String, String> attributes) throws ApiException {
    String cookie = attributes.get("stickiness.app_cookie.cookie_name");
    if (cookie.toUpperCase(Locale.ROOT).startsWith("AWSALB")) {
      throw ApiException.configuration(
          "The application cookie name '%s' starts with a reserved prefix: AWSALB, AWSALBAPP, AWSALBTG"
              .formatted(cookie));
    }
    boolean enabled = attributes.get("stickiness.enabled").equals("true");
    if (enabled && attributes.get("stickiness.type").equals("app_cookie") && cookie.isEmpty()) {
      throw ApiException.configuration(
          "You must set an application cookie name to enable stickiness of type 'app_cookie'");
    }
    if (enabled && attributes.get("load_balancing.cross_zone.enabled").equals("false")) {
      throw ApiException.configuration(
          "Stickiness is not supported when cross-zone load balancing is off");
    }
  }

  private static void crossZone(Map<String, String> attributes, List<TargetConfig> targets)
      throws ApiException {
    boolean off = attributes.get("load_balancing.cross_zone.enabled").equals("false");
    if (off && targets.stream().anyMatch(target -> target.zone().equals("all"))) {
      throw ApiException.configuration(
          "Cross-zone load balancing cannot be turned off while targets are registered with the Availability Zone 'all'");
    }
  }

  private static void failover(Map<String, String> attributes, String unit) throws ApiException {
    String suffix = ".minimum_healthy_targets." + unit;
    String dns = attributes.get("target_group_health.dns_failover" + suffix);
    String routing = attributes.get("target_group_health.unhealthy_state_routing" + suffix);
    boolean both = !dns.equals("off") && !routing.equals("off");
    if (both && Integer.parseInt(dns) < Integer.parseInt(routing)) {
      throw ApiException.configuration(
          "The DNS failover threshold '%s' (%s) must be greater than or equal to the routing failover threshold '%s'"
              .formatted(dns, unit, routing));
    }
  }
}
