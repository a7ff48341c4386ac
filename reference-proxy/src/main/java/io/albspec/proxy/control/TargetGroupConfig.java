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
    List<TargetConfig> targets) {}
