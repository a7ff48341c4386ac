package io.albspec.proxy.control;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * One rule of a listener. Rules compare by their place in the order of evaluation.
 *
 * @param resource as DescribeRules shows it; its priority is a number or "default"
 * @param tags in the order they were added
 * @param targetGroups the ARNs of those that its actions forward to: they are asked for so often
 *     that they are not looked for each time
 */
public record RuleConfig(Rule resource, Map<String, String> tags, List<String> targetGroups)
    implements Comparable<RuleConfig> {

  private static final Comparator<RuleConfig> EVALUATION =
      Comparator.comparingInt(RuleConfig::place).thenComparing(RuleConfig::arn);

  /** A rule with the target groups of its actions. */
  public RuleConfig(Rule resource, Map<String, String> tags) {
    this(resource, tags, targetGroups(resource));
  }

  private static List<String> targetGroups(Rule rule) {
    return rule.actions().stream()
        .map(Action::forwardConfig)
        .filter(Objects::nonNull)
        .flatMap(forward -> forward.targetGroups().stream())
        .map(TargetGroupTuple::targetGroupArn)
        .toList();
  }

  /** The rule's ARN. */
  public String arn() {
    return resource.ruleArn();
  }

  /** Whether this is the listener's default rule. */
  public boolean isDefault() {
    return Boolean.TRUE.equals(resource.isDefault());
  }

  /** With another face. */
  public RuleConfig withResource(Rule changed) {
    return new RuleConfig(changed, tags);
  }

  /** With other tags. */
  public RuleConfig withTags(Map<String, String> changed) {
    return new RuleConfig(resource, changed, targetGroups);
  }

  @Override
  public int compareTo(RuleConfig other) {
    return EVALUATION.compare(this, other);
  }

  private int place() {
    return isDefault() ? Integer.MAX_VALUE : Integer.parseInt(resource.priority());
  }
}
