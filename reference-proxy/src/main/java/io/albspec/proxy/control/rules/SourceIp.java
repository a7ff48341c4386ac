package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** A source-ip condition (guide, "Source IP address conditions"). */
final class SourceIp implements ConditionRules {

  @Override
  public Comparisons comparisons(RuleCondition condition) throws ApiException {
    if (condition.sourceIpConfig() == null) {
      throw ConditionRules.missing("SourceIpConfig", "source-ip");
    }
    List<String> values = condition.sourceIpConfig().values();
    if (values.isEmpty()) {
      throw ApiException.validation("A 'source-ip' value must be specified");
    }
    return Comparisons.of("source-ip", values)
        .each(Cidr::isCidr, "source-ip", "it must be in CIDR format")
        .each(
            value -> !value.equals("255.255.255.255/32"),
            "source-ip",
            "the CIDR block 255.255.255.255/32 cannot be used");
  }
}
