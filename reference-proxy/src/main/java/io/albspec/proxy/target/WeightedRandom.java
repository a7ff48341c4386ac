package io.albspec.proxy.target;

import io.albspec.proxy.exchange.Exchange;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Any target, with chances as their weights are: equal ones, unless some are spared (guide:
 * "Weighted random", "Anomaly mitigation"). Immutable.
 */
final class WeightedRandom implements Algorithm {

  private final Target[] targets;
  private final double[] weights;
  private final AliasTable table;

  WeightedRandom(List<Target> eligible) {
    targets = eligible.toArray(Target[]::new);
    weights = weights(eligible);
    table = new AliasTable(weights);
  }

  private static double[] weights(List<Target> targets) {
    return targets.stream().mapToDouble(Target::weight).toArray();
  }

  @Override
  public Target choose(Exchange exchange) {
    return targets.length == 0 ? null : targets[table.draw(ThreadLocalRandom.current())];
  }

  @Override
  public Algorithm over(List<Target> eligible) {
    boolean same =
        Arrays.asList(targets).equals(eligible) && Arrays.equals(weights, weights(eligible));
    return same ? this : new WeightedRandom(eligible);
  }
}
