package io.albspec.proxy.routing;

import io.albspec.proxy.target.TargetGroup;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The order in which weighted target groups take turns: in one round each comes as often as its
 * weight says, and as evenly spread as can be (smooth weighted round robin).
 */
final class WeightedSchedule {

  private final List<TargetGroup> groups;
  private final int[] weights;

  /** Groups with their weights, 0 to 999, in the same order. */
  WeightedSchedule(List<TargetGroup> groups, List<Integer> weights) {
    this.groups = groups;
    int[] given = weights.stream().mapToInt(Integer::intValue).toArray();
    int divisor = Math.max(1, greatestCommonDivisor(given));
    this.weights = Arrays.stream(given).map(weight -> weight / divisor).toArray();
  }

  private static int greatestCommonDivisor(int[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::gcd)
        .intValue();
  }

  /** One round; empty if every weight is 0. */
  List<TargetGroup> round() {
    int total = Arrays.stream(weights).sum();
    int[] credits = new int[weights.length];
    List<TargetGroup> round = new ArrayList<>(total);
    for (int turn = 0; turn < total; turn++) {
      int chosen = 0;
      for (int group = 0; group < weights.length; group++) {
        credits[group] += weights[group];
        chosen = credits[group] > credits[chosen] ? group : chosen;
      }
      credits[chosen] -= total;
      round.add(groups.get(chosen));
    }
    return round;
  }
}
