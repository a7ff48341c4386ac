package io.albspec.proxy.target;

import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.exchange.Exchange;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A target group that outlives changes of the configuration, with its targets as each node of the
 * load balancer sees them. Safe for any number of threads; choosing takes no lock.
 */
public final class LiveTargetGroup implements TargetGroup {

  private final String arn;
  private volatile NodeTargets[] nodes = {};
  private volatile boolean empty = true;

  LiveTargetGroup(String arn) {
    this.arn = arn;
  }

  @Override
  public String arn() {
    return arn;
  }

  @Override
  public boolean isEmpty() {
    return empty;
  }

  @Override
  public Target choose(Exchange exchange) {
    NodeTargets targets = seenFrom(exchange.connection().zone());
    return targets == null ? null : targets.choose(exchange);
  }

  /** A node that was disabled still has connections for a moment: another one chooses for it. */
  private NodeTargets seenFrom(String zone) {
    NodeTargets[] now = nodes;
    for (NodeTargets node : now) {
      if (node.zone().equals(zone)) {
        return node;
      }
    }
    return now.length == 0 ? null : now[0];
  }

  /** Its targets as the node of each enabled zone sees them; empty while the group is not used. */
  public List<NodeTargets> nodes() {
    return List.of(nodes);
  }

  /** Its targets as the node of that zone sees them. */
  public Optional<NodeTargets> node(String zone) {
    return Stream.of(nodes).filter(node -> node.zone().equals(zone)).findFirst();
  }

  /** Whether the node of that zone has the healthy targets that DNS failover asks for. */
  boolean isHealthy(String zone) {
    return node(zone).map(NodeTargets::isHealthy).orElse(true);
  }

  /**
   * Takes over what is configured now.
   *
   * @param used the nodes that use the group
   * @param gone gets the targets that are no longer any
   */
  void update(TargetGroupConfig config, List<Node> used, Collection<Target> gone) {
    Set<String> zones = used.stream().map(Node::zone).collect(Collectors.toSet());
    NodeTargets[] next =
        used.stream()
            .map(node -> node(node.zone()).orElseGet(() -> new NodeTargets(node)))
            .toArray(NodeTargets[]::new);
    for (NodeTargets node : nodes) {
      if (!zones.contains(node.zone())) {
        gone.addAll(node.close());
      }
    }
    for (NodeTargets node : next) {
      node.update(config, zones, gone);
    }
    nodes = next;
    empty = config.targets().stream().allMatch(TargetConfig::draining);
  }

  /** The group is no longer configured: all its targets are gone. */
  void close(Collection<Target> gone) {
    for (NodeTargets node : nodes) {
      gone.addAll(node.close());
    }
  }
}
