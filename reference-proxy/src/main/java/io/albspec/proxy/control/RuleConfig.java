package io.albspec.proxy.control;

import java.util.Comparator;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/**
 * One rule of a listener. Rules compare by their place in the order of evaluation.
 *
 * @param resource as DescribeRules shows it; its priority is a number or "default"
 * @param tags in the order they were added
 */
public record RuleConfig(Rule resource, Map<String, String> tags)
    implements Comparable<RuleConfig> {

  private static final Comparator<RuleConfig> EVALUATION =
      Comparator.comparingInt(RuleConfig::place).thenComparing(RuleConfig::arn);

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
    return new RuleConfig(resource, changed);
  }

  @Override
  public int compareTo(RuleConfig other) {
    return EVALUATION.compare(this, other);
  }

  private int place() {
    return isDefault() ? Integer.MAX_VALUE : Integer.parseInt(resource.priority());
  }
}
