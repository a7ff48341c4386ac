package io.albspec.proxy.control;

/**
 * Tells which nodes have the healthy targets that they need (guide, "Target group health"), at this
 * moment. It is asked often, from any thread, and must not block.
 */
@FunctionalInterface
public interface ZoneHealth {

  /** Every node is healthy. */
  ZoneHealth ALL = (balancer, node) -> true;

  /** Whether no target group of the load balancer asks for the node to be left out of DNS. */
  boolean isHealthy(BalancerConfig balancer, Node node);
}
