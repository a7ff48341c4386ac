package io.albspec.proxy.target;

import java.util.Map;

/**
 * How many targets must be healthy (guide: "Target group health"). By default one.
 *
 * @param count at least so many; 0 where it is off
 * @param percentage and at least so many in a hundred; 0 where it is off
 */
record HealthThreshold(int count, int percentage) {

  /** The default. */
  static final HealthThreshold ONE_TARGET = new HealthThreshold(1, 0);

  private static final String ROUTING = "unhealthy_state_routing";
  private static final String DNS = "dns_failover";
  private static final int WHOLE = 100;

  /** Below it unhealthy targets are not left out any more: a group without healthy ones is open. */
  static HealthThreshold ofRouting(Map<String, String> attributes) {
    return of(attributes, ROUTING);
  }

  /** Below it the zone is left out of DNS. */
  static HealthThreshold ofDns(Map<String, String> attributes) {
    return of(attributes, DNS);
  }

  /** Reads it from a target group's attributes; groups of functions have none. */
  private static HealthThreshold of(Map<String, String> attributes, String action) {
    String prefix = "target_group_health." + action + ".minimum_healthy_targets.";
    return new HealthThreshold(
        number(attributes.getOrDefault(prefix + "count", "1")),
        number(attributes.getOrDefault(prefix + "percentage", "off")));
  }

  private static int number(String value) {
    return value.equals("off") ? 0 : Integer.parseInt(value);
  }

  /** Whether enough targets are healthy. */
  boolean isMet(int healthy, int total) {
    return healthy >= count && healthy * WHOLE >= percentage * total;
  }
}
