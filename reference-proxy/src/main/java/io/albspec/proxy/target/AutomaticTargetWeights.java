package io.albspec.proxy.target;

import io.albspec.proxy.anomaly.AnomalyDetector;
import io.albspec.proxy.anomaly.ErrorCount;
import io.albspec.proxy.anomaly.Mitigation;
import io.albspec.proxy.anomaly.Watch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Automatic Target Weights of one target group (guide: "Automatic Target Weights (ATW)"): what all
 * nodes of the load balancer count together says which targets are anomalous.
 */
final class AutomaticTargetWeights {

  private static final String MITIGATION = "load_balancing.algorithm.anomaly_mitigation";

  private final AnomalyDetector detector = new AnomalyDetector();
  private final Map<TargetKey, Watch> watches = new HashMap<>();
  private boolean mitigating;

  /** Whether anomalous targets are spared from now on. */
  synchronized void configure(Map<String, String> attributes) {
    mitigating = "on".equals(attributes.get(MITIGATION));
    if (!mitigating) {
      Mitigation.end(watches.values());
    }
  }

  /** A period is over. */
  void look(List<NodeTargets> nodes) {
    Map<TargetKey, ErrorCount> counted = new HashMap<>();
    Set<TargetKey> healthy = new HashSet<>();
    for (NodeTargets node : nodes) {
      node.takeOutcomes((key, count) -> counted.merge(key, count, ErrorCount::plus));
      healthy.addAll(node.healthyTargets());
    }
    boolean enough = healthy.size() >= AnomalyDetector.LEAST_TARGETS;
    counted.keySet().retainAll(enough ? healthy : Set.of());
    look(counted);
  }

  private synchronized void look(Map<TargetKey, ErrorCount> counted) {
    watches.keySet().retainAll(counted.keySet());
    Map<Watch, ErrorCount> period = new HashMap<>();
    counted.forEach(
        (key, count) -> period.put(watches.computeIfAbsent(key, added -> new Watch()), count));
    detector.look(period);
    if (mitigating) {
      Mitigation.adjust(watches.values());
    }
  }

  /** The weights of the targets that are looked at; all others have the weight 1. */
  synchronized Map<TargetKey, Double> weights() {
    return watches.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().weight()));
  }

  /** What is known of a target, if it is looked at. */
  synchronized Optional<Watch> watch(TargetKey key) {
    return Optional.ofNullable(watches.get(key));
  }

  /** How many targets are anomalous. */
  synchronized int anomalousTargets() {
    return (int) watches.values().stream().filter(Watch::isAnomalous).count();
  }

  /** How many get less traffic than others. */
  synchronized int sparedTargets() {
    return (int) watches.values().stream().filter(Watch::isSpared).count();
  }
}
