package io.albspec.proxy.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final String HTTP1 = "HTTP1";

  /** The target group's ARN. */
  public String arn() {
    return resource.targetGroupArn();
  }

  /** The protocol version if it is a newer one than HTTP/1.1: {@code HTTP2} or {@code GRPC}. */
  public Optional<String> newerVersion() {
    return Optional.ofNullable(resource.protocolVersion())
        .filter(version -> !HTTP1.equals(version));
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
