package io.albspec.proxy.target;

import io.albspec.proxy.anomaly.ErrorCount;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.time.Time;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The targets of a group as one node of the load balancer sees them: each node checks their health
 * and chooses among them for itself (guide: "Health checks for your target groups", "Cross-zone
 * load balancing for target groups"). It outlives changes of the configuration: targets keep what
 * is known about them, and the algorithm goes on where it was.
 *
 * <p>Choosing reads one reference and takes no lock. Everything else is rare and synchronized.
 */
public final class NodeTargets {

  private static final double PARITY = 1;
  private static final String ANY_ZONE = "all";
  private static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";

  private final String zone;
  private final InetAddress source;
  private final Map<TargetKey, Target> targets = new LinkedHashMap<>();
  private final SlowStart slowStart;
  private List<Target> serving = List.of();
  private Set<TargetKey> draining = Set.of();
  private boolean checked = true;
  private HealthThreshold routing = HealthThreshold.ONE_TARGET;
  private HealthThreshold dns = HealthThreshold.ONE_TARGET;
  private volatile boolean healthy = true;
  private AlgorithmType type = AlgorithmType.ROUND_ROBIN;
  private volatile Algorithm algorithm = type.over(List.of());
  private volatile Target[] eligible = {};
  private boolean sticky;
  private volatile Map<String, Target> byIdentity = Map.of();

  /** Those of a node, none yet. */
  NodeTargets(Node node, Time time) {
    this.zone = node.zone();
    this.source = node.address();
    this.slowStart = new SlowStart(time, this::refresh);
  }

  /** The zone that the node is in. */
  public String zone() {
    return zone;
  }

  /**
   * The target of that identity if it may get requests, else null. Only of groups with sticky
   * sessions.
   */
  Target eligible(String identity) {
    return byIdentity.get(identity);
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
    return targets.get(TargetKey.of(config));
  }

  /** The target's health checks say something else than before. */
  public synchronized void state(Target target, TargetState state) {
    if (target.state() == state) {
      return;
    }
    boolean wasHealthy = target.state() == TargetState.HEALTHY;
    List<Target> others = healthy().filter(other -> !other.equals(target)).toList();
    target.state(state);
    if (state != TargetState.HEALTHY) {
      slowStart.exit(target);
    } else if (!wasHealthy) {
      slowStart.becameHealthy(target, others);
    }
    refresh();
  }

  /**
   * Takes over what is configured now.
   *
   * @param zones those enabled for the load balancer, that of the node among them
   * @param gone gets the targets that are no longer any
   */
  synchronized void update(TargetGroupConfig config, Set<String> zones, Collection<Target> gone) {
    Map<TargetKey, Target> before = Map.copyOf(targets);
    Set<TargetKey> drained = draining;
    TargetProtocol protocol = TargetProtocol.of(config);
    Set<String> reached = isCrossZone(config) ? zones : Set.of(zone);
    List<Target> next = new ArrayList<>();
    Map<TargetKey, Target> kept = new LinkedHashMap<>();
    for (TargetConfig each : config.targets()) {
      TargetKey key = TargetKey.of(each);
      Target target =
          Optional.ofNullable(before.get(key))
              .orElseGet(() -> new Target(key.identity(), each.address(), source, protocol));
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
    slowStart.configure(config.attributes());
    slowStart.registered(next, serving);
    serving = List.copyOf(next);
    checked = !Boolean.FALSE.equals(config.resource().healthCheckEnabled());
    routing = HealthThreshold.ofRouting(config.attributes());
    dns = HealthThreshold.ofDns(config.attributes());
    sticky = Stickiness.of(config.attributes()).isEnabled();
    use(AlgorithmType.of(config.attributes()));
    refresh();
  }

  private static boolean isCrossZone(TargetGroupConfig config) {
    return !"false".equals(config.attributes().get(CROSS_ZONE));
  }

  /** The node no longer uses the group: all its targets are gone. */
  synchronized Collection<Target> close() {
    slowStart.close();
    return List.copyOf(targets.values());
  }

  private void replace(Map<TargetKey, Target> kept, Collection<Target> gone) {
    targets.forEach(
        (key, target) -> {
          if (!kept.containsKey(key)) {
            gone.add(target);
          }
        });
    targets.clear();
    targets.putAll(kept);
  }

  private static Set<TargetKey> drainingOf(TargetGroupConfig config) {
    return Set.copyOf(
        config.targets().stream().filter(TargetConfig::draining).map(TargetKey::of).toList());
  }

  private void use(AlgorithmType wanted) {
    if (wanted != type) {
      type = wanted;
      targets.values().forEach(Target::unobserve);
      algorithm = wanted.over(List.of(eligible));
    }
  }

  private synchronized void refresh() {
    List<Target> well = serving.stream().filter(this::isWell).toList();
    healthy = serving.isEmpty() || dns.isMet(well.size(), serving.size());
    List<Target> chosen = routing.isMet(well.size(), serving.size()) ? well : serving;
    eligible = chosen.toArray(Target[]::new);
    algorithm = slowStart.over(chosen, algorithm);
    byIdentity =
        sticky
            ? chosen.stream()
                .collect(Collectors.toUnmodifiableMap(Target::identity, Function.identity()))
            : Map.of();
  }

  private boolean isWell(Target target) {
    return !checked || target.state() == TargetState.HEALTHY;
  }

  private Stream<Target> healthy() {
    return serving.stream().filter(target -> target.state() == TargetState.HEALTHY);
  }

  /** Whether a registered target may get requests now. */
  synchronized boolean isEligible(TargetKey key) {
    return Arrays.asList(eligible).contains(targets.get(key));
  }

  /** What became of the requests since the last time. */
  synchronized void takeOutcomes(BiConsumer<TargetKey, ErrorCount> taken) {
    targets.forEach((key, target) -> taken.accept(key, target.takeOutcomes()));
  }

  /** Those of its registered targets that are healthy. */
  synchronized Set<TargetKey> healthyTargets() {
    Set<Target> healthy = healthy().collect(Collectors.toSet());
    return targets.entrySet().stream()
        .filter(entry -> healthy.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Weighs its targets anew. */
  synchronized void weigh(Map<TargetKey, Double> weights) {
    boolean changed = false;
    for (Map.Entry<TargetKey, Target> each : targets.entrySet()) {
      double weight = weights.getOrDefault(each.getKey(), PARITY);
      changed |= weight != each.getValue().weight();
      each.getValue().weight(weight);
    }
    if (changed) {
      refresh();
    }
  }
}
