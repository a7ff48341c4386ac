package io.albspec.proxy.target;

import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.exchange.Exchange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The targets of a group as one node of the load balancer sees them: each node checks their health
 * and chooses among them for itself (guide: "Health checks for your target groups", "Cross-zone
 * load balancing for target groups"). It outlives changes of the configuration: targets keep what
 * is known about them, and the algorithm goes on where it was.
 *
 * <p>Choosing reads one reference and takes no lock. Everything else is rare and synchronized.
 */
public final class NodeTargets {

  private static final String ANY_ZONE = "all";
  private static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";

  private record Key(String id, int port, InetSocketAddress address) {

    static Key of(TargetConfig target) {
      return new Key(target.resource().id(), target.resource().port(), target.address());
    }
  }

  private final String zone;
  private final InetAddress source;
  private final Map<Key, Target> targets = new LinkedHashMap<>();
  private List<Target> serving = List.of();
  private Set<Key> draining = Set.of();
  private boolean checked = true;
  private HealthThreshold routing = HealthThreshold.ONE_TARGET;
  private HealthThreshold dns = HealthThreshold.ONE_TARGET;
  private volatile boolean healthy = true;
  private AlgorithmType type = AlgorithmType.ROUND_ROBIN;
  private volatile Algorithm algorithm = type.over(List.of());
  private volatile Target[] eligible = {};

  /** Those of a node, none yet. */
  NodeTargets(Node node) {
    this.zone = node.zone();
    this.source = node.address();
  }

  /** The zone that the node is in. */
  public String zone() {
    return zone;
  }

  /**
   * Whether the node has the healthy targets that DNS failover asks for. Without any target at all
   * its address stays in DNS (guide: "Cross-zone load balancing for target groups").
   */
  boolean isHealthy() {
    return healthy;
  }

  /** The target for this request, or null if there is none. */
  Target choose(Exchange exchange) {
    return exchange.isWebSocket() ? leastBusy() : algorithm.choose(exchange);
  }

  /**
   * WebSocket connections go to the target with the fewest requests in progress, whatever the
   * algorithm (guide: "Least outstanding requests").
   */
  private Target leastBusy() {
    Target best = null;
    for (Target target : eligible) {
      if (best == null || target.outstandingRequests() < best.outstandingRequests()) {
        best = target;
      }
    }
    return best;
  }

  /** The targets that get requests if their health allows it: neither draining nor out of zone. */
  public synchronized List<Target> serving() {
    return serving;
  }

  /** The targets that get requests now. */
  List<Target> eligible() {
    return List.of(eligible);
  }

  /** The target at work for a registered one, or null if there is none. */
  public synchronized Target target(TargetConfig config) {
    return targets.get(Key.of(config));
  }

  /** The target's health checks say something else than before. */
  public synchronized void state(Target target, TargetState state) {
    target.state(state);
    refresh();
  }

  /**
   * Takes over what is configured now.
   *
   * @param zones those enabled for the load balancer, that of the node among them
   * @param gone gets the targets that are no longer any
   */
  synchronized void update(TargetGroupConfig config, Set<String> zones, Collection<Target> gone) {
    Map<Key, Target> before = Map.copyOf(targets);
    Set<Key> drained = draining;
    Set<String> reached = isCrossZone(config) ? zones : Set.of(zone);
    List<Target> next = new ArrayList<>();
    Map<Key, Target> kept = new LinkedHashMap<>();
    for (TargetConfig each : config.targets()) {
      Key key = Key.of(each);
      Target target = before.getOrDefault(key, new Target(each.address(), source));
      kept.put(key, target);
      if (!each.draining()) {
        if (drained.contains(key)) {
          target.state(TargetState.INITIAL);
        }
        if (each.zone().equals(ANY_ZONE) || reached.contains(each.zone())) {
          next.add(target);
        }
      }
    }
    replace(kept, gone);
    draining = drainingOf(config);
    serving = List.copyOf(next);
    checked = !Boolean.FALSE.equals(config.resource().healthCheckEnabled());
    routing = HealthThreshold.ofRouting(config.attributes());
    dns = HealthThreshold.ofDns(config.attributes());
    use(AlgorithmType.of(config.attributes()));
    refresh();
  }

  private static boolean isCrossZone(TargetGroupConfig config) {
    return !"false".equals(config.attributes().get(CROSS_ZONE));
  }

  /** The node no longer uses the group: all its targets are gone. */
  synchronized Collection<Target> close() {
    return List.copyOf(targets.values());
  }

  private void replace(Map<Key, Target> kept, Collection<Target> gone) {
    targets.forEach(
        (key, target) -> {
          if (!kept.containsKey(key)) {
            gone.add(target);
          }
        });
    targets.clear();
    targets.putAll(kept);
  }

  private static Set<Key> drainingOf(TargetGroupConfig config) {
    return Set.copyOf(
        config.targets().stream().filter(TargetConfig::draining).map(Key::of).toList());
  }

  private void use(AlgorithmType wanted) {
    if (wanted != type) {
      type = wanted;
      targets.values().forEach(Target::unobserve);
      algorithm = wanted.over(List.of(eligible));
    }
  }

  private void refresh() {
    List<Target> well = serving.stream().filter(this::isWell).toList();
    healthy = serving.isEmpty() || dns.isMet(well.size(), serving.size());
    List<Target> chosen = routing.isMet(well.size(), serving.size()) ? well : serving;
    eligible = chosen.toArray(Target[]::new);
    algorithm = algorithm.over(chosen);
  }

  private boolean isWell(Target target) {
    return !checked || target.state() == TargetState.HEALTHY;
  }
}
