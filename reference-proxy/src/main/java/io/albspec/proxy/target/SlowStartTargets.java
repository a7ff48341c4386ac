package io.albspec.proxy.target;

import java.util.Map;

/**
 * The targets in slow start mode at one moment. The share of each grows with the time since it
 * began, so what they have together is known without asking each. Immutable.
 */
final class SlowStartTargets {

  private final Target[] targets;
  private final long base;

  /** For each number of targets, the sum of their beginnings, counted from the base. */
  private final long[] begun;

  /**
   * These targets.
   *
   * @param since when each began, in nanoseconds of the time source; at least one
   */
  SlowStartTargets(Map<Target, Long> since) {
    targets = since.keySet().toArray(Target[]::new);
    base = since.get(targets[0]);
    begun = new long[targets.length + 1];
    for (int i = 0; i < targets.length; i++) {
      begun[i + 1] = begun[i] + since.get(targets[i]) - base;
    }
  }

  /** How many they are. */
  int size() {
    return targets.length;
  }

  /** For how many nanoseconds they have been in slow start, together. */
  long warmth(long now) {
    return warmth(targets.length, now);
  }

  private long warmth(int count, long now) {
    return count * (now - base) - begun[count];
  }

  /**
   * The target at a place on the line on which each has a piece as long as its share.
   *
   * @param place from 0 to below 1
   */
  Target at(double place, long now) {
    long total = warmth(now);
    if (total <= 0) {
      return targets[(int) (place * targets.length)];
    }
    long sought = (long) (place * total);
    int low = 0;
    int high = targets.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (warmth(middle + 1, now) > sought) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return targets[low];
  }
}
