package io.albspec.proxy.health;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What one node has seen of a target's health.
 *
 * @param status what its checks say
 * @param since when the state became what it is, in nanoseconds of the time source
 */
record Observation(HealthStatus status, long since) {

  /**
   * What the load balancer as a whole says: what its nodes agree on. While a change has reached
   * some of them only it does not count yet; those that still differ when an interval has passed
   * differ for good, and then the worst counts that one of them sees.
   *
   * @param all at least one
   * @param interval from one check to the next
   */
  static HealthStatus agreed(List<Observation> all, Duration interval, long now) {
    Observation newest =
        all.stream().max(Comparator.comparingLong(Observation::since)).orElseThrow();
    boolean settled = now - newest.since > interval.toNanos();
    return all.stream()
        .filter(seen -> settled || seen.status.state() != newest.status.state())
        .map(Observation::status)
        .max(Comparator.comparingInt(HealthStatus::severity))
        .orElse(newest.status);
  }
}
