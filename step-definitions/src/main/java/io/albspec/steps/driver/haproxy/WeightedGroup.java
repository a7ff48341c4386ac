package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetGroupConfig;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** A target group and its share of the requests of a forward action. */
record WeightedGroup(TargetGroupConfig group, int weight) {

  /** The target groups of a forward action. */
  static List<WeightedGroup> of(Action forward, Config config) {
    if (forward.forwardConfig() == null || forward.forwardConfig().targetGroups().isEmpty()) {
      return List.of(new WeightedGroup(group(forward.targetGroupArn(), config), 1));
    }
    return forward.forwardConfig().targetGroups().stream()
        .map(tuple -> new WeightedGroup(group(tuple.targetGroupArn(), config), weight(tuple)))
        .toList();
  }

  private static int weight(TargetGroupTuple tuple) {
    return Optional.ofNullable(tuple.weight()).orElse(1);
  }

  private static TargetGroupConfig group(String arn, Config config) {
    return config
        .targetGroup(arn)
        .orElseThrow(() -> new IllegalArgumentException("no target group " + arn));
  }
}
