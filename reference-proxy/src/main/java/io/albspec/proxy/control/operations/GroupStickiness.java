package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;

/**
 * Sticky sessions of a target group have no use where a client may be sent to another group with
 * each request (guide, "Forward actions", "Sticky sessions").
 */
final class GroupStickiness {

  private static final int SEVERAL = 2;
  private static final String STICKY_SESSIONS = "stickiness.enabled";

  private GroupStickiness() {}

  /**
   * Refuses sticky sessions of a target group that is one of several in an action without target
   * group stickiness.
   */
  static void check(Config config) throws ApiException {
    for (BalancerConfig balancer : config.balancers().values()) {
      for (ListenerConfig listener : balancer.listeners()) {
        for (RuleConfig rule : listener.rules()) {
          if (rule.targetGroups().size() >= SEVERAL) {
            check(config, rule);
          }
        }
      }
    }
  }

  private static void check(Config config, RuleConfig rule) throws ApiException {
    if (rule.resource().actions().stream().anyMatch(GroupStickiness::isSticky)) {
      return;
    }
    for (String group : rule.targetGroups()) {
      if (config.targetGroup(group).filter(GroupStickiness::isSticky).isPresent()) {
        throw ApiException.configuration(
            "Target group stickiness must be enabled for a forward action with several target"
                + " groups, since target group '%s' has sticky sessions".formatted(group));
      }
    }
  }

  private static boolean isSticky(Action action) {
    return Optional.ofNullable(action.forwardConfig())
        .map(ForwardActionConfig::targetGroupStickinessConfig)
        .filter(stickiness -> Boolean.TRUE.equals(stickiness.enabled()))
        .isPresent();
  }

  private static boolean isSticky(TargetGroupConfig group) {
    return "true".equals(group.attributes().get(STICKY_SESSIONS));
  }
}
