package io.albspec.proxy.target;

import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.exchange.AddressText;
import io.albspec.proxy.exchange.Exchange;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A target group that outlives changes of the configuration: its targets keep what is known about
 * them, and the algorithm goes on where it was.
 *
 * <p>Choosing reads one reference and takes no lock. Everything else is rare and synchronized.
 */
public final class LiveTargetGroup implements TargetGroup {

  private static final String ANY_ZONE = "all";

  private record Key(String id, int port, InetSocketAddress address) {

    static Key of(TargetConfig target) {
      return new Key(target.resource().id(), target.resource().port(), target.address());
    }

    /** The same whenever the target is registered: its id and port, and the address if another. */
    String identity() {
      String registered = id + ":" + port;
      String reached = AddressText.of(address);
      return registered.equals(reached) ? registered : registered + "@" + reached;
    }
  }

  private final String arn;
  private final Map<Key, Target> targets = new LinkedHashMap<>();
  private List<Target> serving = List.of();
  private Set<Key> draining = Set.of();
  private boolean checked = true;
  private HealthThreshold threshold = HealthThreshold.ONE_TARGET;
  private volatile boolean empty = true;
  private AlgorithmType type = AlgorithmType.ROUND_ROBIN;
  private volatile Algorithm algorithm = type.over(List.of());
  private volatile Target[] eligible = {};
  private volatile Stickiness stickiness = Stickiness.NONE;
  private volatile Map<String, Target> eligibleByIdentity = Map.of();

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
  public Stickiness stickiness() {
    return stickiness;
  }

  @Override
  public Target eligible(String identity) {
    return eligibleByIdentity.get(identity);
  }

  @Override
  public Target choose(Exchange exchange) {
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
   * @param zones those enabled for the load balancer
   * @param gone gets the targets that are no longer any
   */
  synchronized void update(TargetGroupConfig config, Set<String> zones, Collection<Target> gone) {
    Map<Key, Target> before = Map.copyOf(targets);
    Set<Key> drained = draining;
    List<Target> next = new ArrayList<>();
    Map<Key, Target> kept = new LinkedHashMap<>();
    for (TargetConfig each : config.targets()) {
      Key key = Key.of(each);
      Target target = before.getOrDefault(key, new Target(key.identity(), each.address()));
      kept.put(key, target);
      if (!each.draining()) {
        if (drained.contains(key)) {
          target.state(TargetState.INITIAL);
        }
        if (each.zone().equals(ANY_ZONE) || zones.contains(each.zone())) {
          next.add(target);
        }
      }
    }
    replace(kept, gone);
    draining = drainingOf(config);
    serving = List.copyOf(next);
    empty = config.targets().stream().allMatch(TargetConfig::draining);
    checked = !Boolean.FALSE.equals(config.resource().healthCheckEnabled());
    threshold = HealthThreshold.of(config.attributes());
    stickiness = Stickiness.of(config.attributes());
    use(AlgorithmType.of(config.attributes()));
    refresh();
  }

  /** The group is no longer configured: all its targets are gone. */
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
    List<Target> chosen = checked ? eligible() : serving;
    eligible = chosen.toArray(Target[]::new);
    eligibleByIdentity =
        stickiness.type() == Stickiness.Type.NONE
            ? Map.of()
            : chosen.stream()
                .collect(Collectors.toUnmodifiableMap(Target::identity, Function.identity()));
    algorithm = algorithm.over(chosen);
  }

  /** The healthy targets, or all of them where too few are healthy. */
  private List<Target> eligible() {
    List<Target> healthy =
        serving.stream().filter(target -> target.state() == TargetState.HEALTHY).toList();
    return threshold.isMet(healthy.size(), serving.size()) ? healthy : serving;
  }
}
