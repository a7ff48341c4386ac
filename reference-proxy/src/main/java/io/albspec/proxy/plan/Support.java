package io.albspec.proxy.plan;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetGroupConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Refuses what this balancer has no means for, rather than carrying it in another way. */
final class Support {

  private Support() {}

  static void check(Config config) throws ApiException {
    for (TargetGroupConfig group : config.targetGroups().values()) {
      if (!group.resource().loadBalancerArns().isEmpty()) {
        check(group.resource());
      }
    }
  }

  private static void check(TargetGroup group) throws ApiException {
    if (group.targetType() == TargetTypeEnum.LAMBDA) {
      throw refused("Target groups", "target type", group.targetTypeAsString());
    }
    if (group.protocol() != ProtocolEnum.HTTP && group.protocol() != ProtocolEnum.HTTPS) {
      throw refused("Target groups", "protocol", group.protocolAsString());
    }
  }

  private static ApiException refused(String what, String member, String value) {
    return new ApiException(
        "OperationNotPermitted",
        "%s with the %s '%s' are not supported".formatted(what, member, value));
  }
}
