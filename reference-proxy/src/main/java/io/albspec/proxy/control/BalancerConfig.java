package io.albspec.proxy.control;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IpAddressType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/**
 * One load balancer with all that hangs on it.
 *
 * @param resource as DescribeLoadBalancers shows it
 * @param attributes every attribute by its name in the guide, defaults included
 * @param tags in the order they were added
 * @param nodes one for each enabled zone
 * @param listeners in the order of their creation
 * @param shifts away from its zones, in the order they were started, at most one of them active
 */
public record BalancerConfig(
    LoadBalancer resource,
    Map<String, String> attributes,
    Map<String, String> tags,
    List<Node> nodes,
    List<ListenerConfig> listeners,
    List<ZonalShift> shifts) {

  /** Without zonal shifts. */
  public BalancerConfig(
      LoadBalancer resource,
      Map<String, String> attributes,
      Map<String, String> tags,
      List<Node> nodes,
      List<ListenerConfig> listeners) {
    this(resource, attributes, tags, nodes, listeners, List.of());
  }

  /** The load balancer's ARN. */
  public String arn() {
    return resource.loadBalancerArn();
  }

  /** The addresses that its listeners are served at. */
  public List<InetAddress> addresses() {
    return addresses(nodes);
  }

  /** The addresses of the nodes in service: what its name stands for in DNS. */
  public List<InetAddress> addressesInService(ZoneHealth health) {
    return addresses(inService(health));
  }

  /**
   * The nodes that clients are to use: those that are healthy, in zones that traffic is not shifted
   * away from, and all of them if there are none (guide, "Target group health").
   */
  public List<Node> inService(ZoneHealth health) {
    List<Node> healthy =
        nodes.stream().filter(node -> !isShifted(node) && health.isHealthy(this, node)).toList();
    return healthy.isEmpty() ? nodes : healthy;
  }

  /** Whether a zonal shift is active for the zone of a node. */
  public boolean isShifted(Node node) {
    return activeShift().filter(shift -> shift.awayFrom().equals(node.zone())).isPresent();
  }

  /** The zonal shift that is active, if there is one. */
  public Optional<ZonalShift> activeShift() {
    return shifts.stream().filter(ZonalShift::isActive).findFirst();
  }

  private List<InetAddress> addresses(List<Node> of) {
    return of.stream().flatMap(node -> addresses(node).stream()).toList();
  }

  /** Those of them that a node has. */
  public List<InetAddress> addresses(Node node) {
    List<InetAddress> addresses = new ArrayList<>();
    if (resource.ipAddressType() != IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4) {
      addresses.add(node.address());
    }
    node.ipv6().ifPresent(addresses::add);
    return addresses;
  }

  /** The listener of that ARN. */
  public Optional<ListenerConfig> listener(String arn) {
    return listeners.stream().filter(listener -> listener.arn().equals(arn)).findFirst();
  }

  /** With another face. */
  public BalancerConfig withResource(LoadBalancer changed) {
    return new BalancerConfig(changed, attributes, tags, nodes, listeners, shifts);
  }

  /** With other attributes. */
  public BalancerConfig withAttributes(Map<String, String> changed) {
    return new BalancerConfig(resource, changed, tags, nodes, listeners, shifts);
  }

  /** With other tags. */
  public BalancerConfig withTags(Map<String, String> changed) {
    return new BalancerConfig(resource, attributes, changed, nodes, listeners, shifts);
  }

  /** With other nodes. */
  public BalancerConfig withNodes(List<Node> changed) {
    return new BalancerConfig(resource, attributes, tags, changed, listeners, shifts);
  }

  /** With other zonal shifts. */
  public BalancerConfig withShifts(List<ZonalShift> changed) {
    return new BalancerConfig(resource, attributes, tags, nodes, listeners, List.copyOf(changed));
  }

  /** With a listener added at the end, or the one of the same ARN replaced in its place. */
  public BalancerConfig with(ListenerConfig listener) {
    List<ListenerConfig> changed = new ArrayList<>(listeners);
    changed.replaceAll(old -> old.arn().equals(listener.arn()) ? listener : old);
    if (listener(listener.arn()).isEmpty()) {
      changed.add(listener);
    }
    return new BalancerConfig(resource, attributes, tags, nodes, List.copyOf(changed), shifts);
  }

  /** Without the listener of that ARN and its rules. */
  public BalancerConfig withoutListener(String arn) {
    return new BalancerConfig(
        resource,
        attributes,
        tags,
        nodes,
        listeners.stream().filter(listener -> !listener.arn().equals(arn)).toList(),
        shifts);
  }
}
