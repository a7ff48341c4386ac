package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.PathPatternConditionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** A path-pattern condition (guide, "Path conditions"). */
final class PathPattern implements ConditionRules {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.$/~\"'@:+&*?-]+");

  @Override
  public Comparisons comparisons(RuleCondition condition) throws ApiException {
    List<String> values = PlainValues.orConfig(condition, config(condition), "PathPatternConfig");
    return Comparisons.of("path-pattern", values)
        .noLongerThan(128, "path-pattern")
        .each(
            value -> ALLOWED.matcher(value).matches(),
            "path-pattern",
            "the allowed characters are A-Z, a-z, 0-9, _ - . $ / ~ \" ' @ : + & * ?");
  }

  @Override
  public RuleCondition shown(RuleCondition condition) {
    List<String> values = config(condition).isEmpty() ? condition.values() : config(condition);
    return condition.toBuilder()
        .values(values)
        .pathPatternConfig(config -> config.values(values))
        .build();
  }

  private static List<String> config(RuleCondition condition) {
    PathPatternConditionConfig config = condition.pathPatternConfig();
    return config == null ? List.of() : config.values();
  }
}
