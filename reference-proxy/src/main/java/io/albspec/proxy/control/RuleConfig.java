package io.albspec.proxy.control;

import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/**
 * One rule of a listener.
 *
 * @param resource as DescribeRules shows it; its priority is a number or "default"
 * @param tags in the order they were added
 */
public record RuleConfig(Rule resource, Map<String, String> tags) {}
