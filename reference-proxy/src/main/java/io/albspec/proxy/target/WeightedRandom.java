package io.albspec.proxy.target;

import io.albspec.proxy.exchange.Exchange;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Any target, all with equal chances (guide: "Weighted random"). Immutable. */
final class WeightedRandom implements Algorithm {

  private final Target[] targets;

  WeightedRandom(List<Target> eligible) {
    targets = eligible.toArray(Target[]::new);
  }

  @Override
  public Target choose(Exchange exchange) {
    return targets.length == 0
        ? null
        : targets[ThreadLocalRandom.current().nextInt(targets.length)];
  }

  @Override
  public Algorithm over(List<Target> eligible) {
    return Arrays.asList(targets).equals(eligible) ? this : new WeightedRandom(eligible);
  }
}
