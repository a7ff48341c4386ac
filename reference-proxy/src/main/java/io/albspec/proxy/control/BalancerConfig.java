package io.albspec.proxy.control;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/**
 * One load balancer with all that hangs on it.
 *
 * @param resource as DescribeLoadBalancers shows it
 * @param attributes every attribute by its name in the guide, defaults included
 * @param tags in the order they were added
 * @param nodes one for each enabled zone
 * @param listeners in the order of their creation
 */
public record BalancerConfig(
    LoadBalancer resource,
    Map<String, String> attributes,
    Map<String, String> tags,
    List<Node> nodes,
    List<ListenerConfig> listeners) {}
