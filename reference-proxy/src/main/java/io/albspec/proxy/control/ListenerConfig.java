package io.albspec.proxy.control;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;

/**
 * One listener with its rules.
 *
 * @param resource as DescribeListeners shows it
 * @param tags in the order they were added
 * @param rules in the order of evaluation: ascending priority, the default rule last
 */
public record ListenerConfig(Listener resource, Map<String, String> tags, List<RuleConfig> rules) {}
