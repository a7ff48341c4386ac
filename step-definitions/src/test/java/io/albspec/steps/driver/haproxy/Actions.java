package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.TargetGroupConfig;
import java.util.Arrays;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** Actions of rules. */
final class Actions {

  private Actions() {}

  static Action fixed(String status, String type, String body) {
    return Action.builder()
        .type(ActionTypeEnum.FIXED_RESPONSE)
        .fixedResponseConfig(
            config -> config.statusCode(status).contentType(type).messageBody(body))
        .build();
  }

  static Action redirect(Consumer<RedirectActionConfig.Builder> to) {
    return Action.builder()
        .type(ActionTypeEnum.REDIRECT)
        .redirectConfig(
            config -> {
              config.statusCode("HTTP_302");
              to.accept(config);
            })
        .build();
  }

  static Action forward(TargetGroupConfig group) {
    return Action.builder()
        .type(ActionTypeEnum.FORWARD)
        .targetGroupArn(group.resource().targetGroupArn())
        .build();
  }

  static TargetGroupTuple share(TargetGroupConfig group, int weight) {
    return TargetGroupTuple.builder()
        .targetGroupArn(group.resource().targetGroupArn())
        .weight(weight)
        .build();
  }

  static Action forward(TargetGroupTuple... shares) {
    return Action.builder()
        .type(ActionTypeEnum.FORWARD)
        .forwardConfig(config -> config.targetGroups(Arrays.asList(shares)))
        .build();
  }
}
