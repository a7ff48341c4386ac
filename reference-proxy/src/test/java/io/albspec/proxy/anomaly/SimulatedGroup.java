package io.albspec.proxy.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Targets whose requests fail by chance, and a detector that has a look every five seconds. */
final class SimulatedGroup {

  private final AnomalyDetector detector = new AnomalyDetector();
  private final SplittableRandom random;
  private final List<Outcomes> outcomes = new ArrayList<>();
  private final List<Watch> watches = new ArrayList<>();
  private final double[] failing;
  private final int[] served;
  private final int requestsPerTarget;
  private boolean mitigating;

  SimulatedGroup(long seed, int targets, int requestsPerTarget, double failing) {
    this.random = new SplittableRandom(seed);
    this.requestsPerTarget = requestsPerTarget;
    this.failing = new double[targets];
    this.served = new int[targets];
    Arrays.fill(this.failing, failing);
    for (int i = 0; i < targets; i++) {
      outcomes.add(new Outcomes());
      watches.add(new Watch());
    }
  }

  /** Requests to that target fail with that probability from now on. */
  SimulatedGroup failing(int target, double probability) {
    failing[target] = probability;
    return this;
  }

  SimulatedGroup mitigating() {
    mitigating = true;
    return this;
  }

  /** Five seconds of traffic, and a look. */
  void pass() {
    double total = watches.stream().mapToDouble(Watch::weight).sum();
    for (int i = 0; i < failing.length; i++) {
      double share = watches.get(i).weight() / total;
      double requests = requestsPerTarget * failing.length * share;
      served[i] = (int) requests + (random.nextDouble() < requests % 1 ? 1 : 0);
      for (int request = 0; request < served[i]; request++) {
        if (random.nextDouble() < failing[i]) {
          outcomes.get(i).error();
        } else {
          outcomes.get(i).success();
        }
      }
    }
    detector.look(counted());
    if (mitigating) {
      Mitigation.adjust(watches);
    }
  }

  private Map<Watch, ErrorCount> counted() {
    Map<Watch, ErrorCount> counted = new LinkedHashMap<>();
    for (int i = 0; i < failing.length; i++) {
      counted.put(watches.get(i), outcomes.get(i).take());
    }
    return counted;
  }

  void pass(int periods) {
    IntStream.range(0, periods).forEach(i -> pass());
  }

  /** How many periods pass until that target is anomalous, or normal; at most so many. */
  int until(int target, boolean anomalous, int most) {
    int passed = 0;
    while (watches.get(target).isAnomalous() != anomalous && passed < most) {
      pass();
      passed++;
    }
    return passed;
  }

  List<Integer> anomalous() {
    return IntStream.range(0, failing.length)
        .filter(i -> watches.get(i).isAnomalous())
        .boxed()
        .toList();
  }

  double weight(int target) {
    return watches.get(target).weight();
  }

  /** The requests of the last period. */
  int served(int target) {
    return served[target];
  }
}
