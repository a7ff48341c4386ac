package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.util.List;

/** The targets of a group that may get new requests. */
final class Servers {

  private static final String UNHEALTHY_STATE_ROUTING =
      "target_group_health.unhealthy_state_routing.minimum_healthy_targets.";

  private Servers() {}

  /** Every target that is registered and not draining. */
  static List<TargetConfig> of(TargetGroupConfig group) {
    return group.targets().stream().filter(target -> !target.draining()).toList();
  }

  /** With fewer healthy targets than this, requests go to all targets. */
  static int minimumHealthy(TargetGroupConfig group) {
    String percentage =
        group.attributes().getOrDefault(UNHEALTHY_STATE_ROUTING + "percentage", "off");
    int count =
        Integer.parseInt(group.attributes().getOrDefault(UNHEALTHY_STATE_ROUTING + "count", "1"));
    if (percentage.equals("off")) {
      return count;
    }
    int share = (of(group).size() * Integer.parseInt(percentage) + 99) / 100;
    return Math.max(count, share);
  }
}
