package io.albspec.proxy.target;

import io.albspec.proxy.anomaly.AnomalyDetector;
import io.albspec.proxy.anomaly.Watch;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.time.Time;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AnomalyDetection;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AnomalyResultEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.MitigationInEffectEnum;

/**
 * A target group that outlives changes of the configuration, with its targets as each node of the
 * load balancer sees them. Safe for any number of threads; choosing takes no lock.
 */
public final class LiveTargetGroup implements TargetGroup {

  private final String arn;
  private final Time time;
  private final AutomaticTargetWeights weights = new AutomaticTargetWeights();
  private volatile NodeTargets[] nodes = {};
  private volatile boolean empty = true;
  private volatile ProtocolVersion version = ProtocolVersion.HTTP1;
  private volatile Stickiness stickiness = Stickiness.NONE;
  private volatile boolean comparable;

  LiveTargetGroup(String arn, Time time) {
    this.arn = arn;
    this.time = time;
  }

  @Override
  public String arn() {
    return arn;
  }

  @Override
  public ProtocolVersion protocolVersion() {
    return version;
  }

  @Override
  public boolean isEmpty() {
    return empty;
  }

  @Override
  public Stickiness stickiness() {
    return stickiness;
  }

  @Override
  public Target eligible(Exchange exchange, String identity) {
    NodeTargets targets = seenFrom(exchange.connection().zone());
    return targets == null ? null : targets.eligible(identity);
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
            .map(node -> node(node.zone()).orElseGet(() -> new NodeTargets(node, time)))
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
    version = ProtocolVersion.of(config);
    stickiness = Stickiness.of(config.attributes());
    weights.configure(config.attributes());
    weigh();
    comparable =
        next.length > 0
            && config.targets().stream().filter(target -> !target.draining()).count()
                >= AnomalyDetector.LEAST_TARGETS;
    empty = config.targets().stream().allMatch(TargetConfig::draining);
  }

  /** The group is no longer configured: all its targets are gone. */
  void close(Collection<Target> gone) {
    for (NodeTargets node : nodes) {
      gone.addAll(node.close());
    }
  }

  /** Whether it is in use and has targets enough to find anomalous ones among them. */
  boolean isComparable() {
    return comparable;
  }

  /** A period of anomaly detection is over. */
  void look() {
    weights.look(nodes());
    weigh();
  }

  private void weigh() {
    Map<TargetKey, Double> known = weights.weights();
    for (NodeTargets node : nodes) {
      node.weigh(known);
    }
  }

  /** What anomaly detection says of a target; nothing unless it may get requests now. */
  public Optional<AnomalyDetection> anomalyDetection(TargetConfig target) {
    TargetKey key = TargetKey.of(target);
    if (nodes().stream().noneMatch(node -> node.isEligible(key))) {
      return Optional.empty();
    }
    Optional<Watch> watch = weights.watch(key);
    boolean anomalous = watch.map(Watch::isAnomalous).orElse(false);
    boolean spared = watch.map(Watch::isSpared).orElse(false);
    return Optional.of(
        AnomalyDetection.builder()
            .result(anomalous ? AnomalyResultEnum.ANOMALOUS : AnomalyResultEnum.NORMAL)
            .mitigationInEffect(spared ? MitigationInEffectEnum.YES : MitigationInEffectEnum.NO)
            .build());
  }

  /** How many of its targets are anomalous. */
  public int anomalousTargets() {
    return weights.anomalousTargets();
  }

  /** How many get less traffic because they are, or were until lately. */
  public int mitigatedTargets() {
    return weights.sparedTargets();
  }
}
