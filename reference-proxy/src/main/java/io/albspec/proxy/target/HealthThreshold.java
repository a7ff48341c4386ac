package io.albspec.proxy.target;

import java.util.Map;

/**
 * How many targets must be healthy before unhealthy ones are left out (guide: "Target group
 * health", routing failover). By default one: a group without any healthy target fails open.
 *
 * @param count at least so many
 * @param percentage and at least so many in a hundred; 0 where it is off
 */
record HealthThreshold(int count, int percentage) {

  /** The default. */
  static final HealthThreshold ONE_TARGET = new HealthThreshold(1, 0);

  private static final String ATTRIBUTE =
      "target_group_health.unhealthy_state_routing.minimum_healthy_targets.";
  private static final int WHOLE = 100;

  /** Reads it from a target group's attributes; groups of functions have none. */
  static HealthThreshold of(Map<String, String> attributes) {
    String count = attributes.getOrDefault(ATTRIBUTE + "count", "1");
    String percentage = attributes.getOrDefault(ATTRIBUTE + "percentage", "off");
    return new HealthThreshold(
        Integer.parseInt(count), percentage.equals("off") ? 0 : Integer.parseInt(percentage));
  }

  /** Whether enough targets are healthy. */
  boolean isMet(int healthy, int total) {
    return healthy >= count && healthy * WHOLE >= percentage * total;
  }
}
