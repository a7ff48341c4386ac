package io.albspec.load.accounting;

import java.util.Collection;

/**
 * How long clients waited, in microseconds; zero if there was nothing to wait for.
 *
 * @param p50 half of them no longer than this
 * @param p90 90 of 100 no longer than this
 * @param p99 99 of 100 no longer than this
 * @param max the longest
 */
public record Latencies(long p50, long p90, long p99, long max) {

  /** Percentiles by nearest rank. */
  static Latencies of(Collection<Long> micros) {
    long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Latencies(rank(sorted, 50), rank(sorted, 90), rank(sorted, 99), rank(sorted, 100));
  }

  private static long rank(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(sorted.length * percent + 99) / 100 - 1];
  }
}
