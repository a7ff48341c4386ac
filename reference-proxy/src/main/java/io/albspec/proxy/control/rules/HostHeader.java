package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.HostHeaderConditionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** A host-header condition (guide, "Host conditions"). */
final class HostHeader implements ConditionRules {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.*?-]*\\.[A-Za-z]+");

  @Override
  public Comparisons comparisons(RuleCondition condition) throws ApiException {
    List<String> values = PlainValues.orConfig(condition, config(condition), "HostHeaderConfig");
    return Comparisons.of("host-header", values)
        .noLongerThan(128, "host-header")
        .each(
            value -> ALLOWED.matcher(value).matches(),
            "host-header",
            "the allowed characters are A-Z, a-z, 0-9, - _ . * ? with at least one '.' and only letters after the last");
  }

  @Override
  public RuleCondition shown(RuleCondition condition) {
    List<String> values = config(condition).isEmpty() ? condition.values() : config(condition);
    return condition.toBuilder()
        .values(values)
        .hostHeaderConfig(config -> config.values(values))
        .build();
  }

  private static List<String> config(RuleCondition condition) {
    HostHeaderConditionConfig config = condition.hostHeaderConfig();
    return config == null ? List.of() : config.values();
  }
}
