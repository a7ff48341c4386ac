package io.albspec.proxy.control.operations;

import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/** The rule that every listener has: its default actions, without a condition. */
final class DefaultRule {

  private DefaultRule() {}

  static Rule of(String arn, Listener listener) {
    return Rule.builder()
        .ruleArn(arn)
        .priority("default")
        .isDefault(true)
        .conditions(List.of())
        .actions(listener.defaultActions())
        .build();
  }
}
