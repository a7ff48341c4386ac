package io.albspec.proxy.control;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * One target group with its targets.
 *
 * @param resource as DescribeTargetGroups shows it, the balancers that use it included
 * @param attributes every attribute by its name in the guide, defaults included
 * @param tags in the order they were added
 * @param targets in the order of their registration
 */
public record TargetGroupConfig(
    TargetGroup resource,
    Map<String, String> attributes,
    Map<String, String> tags,
    List<TargetConfig> targets) {

  /** The target group's ARN. */
  public String arn() {
    return resource.targetGroupArn();
  }

  /** With another face. */
  public TargetGroupConfig withResource(TargetGroup changed) {
    return new TargetGroupConfig(changed, attributes, tags, targets);
  }

  /** With other attributes. */
  public TargetGroupConfig withAttributes(Map<String, String> changed) {
    return new TargetGroupConfig(resource, changed, tags, targets);
  }

  /** With other tags. */
  public TargetGroupConfig withTags(Map<String, String> changed) {
    return new TargetGroupConfig(resource, attributes, changed, targets);
  }

  /** With other targets. */
  public TargetGroupConfig withTargets(List<TargetConfig> changed) {
    return new TargetGroupConfig(resource, attributes, tags, List.copyOf(changed));
  }
}
