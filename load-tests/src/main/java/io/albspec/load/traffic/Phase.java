package io.albspec.load.traffic;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The phases of a run, in their order. */
public enum Phase {
  /** No fault, and nothing is asked of latencies: processes that have just begun are slow. */
  WARM_UP(Optional.empty()),
  /** No fault. */
  STEADY(Optional.of(Duration.ofSeconds(2))),
  /** Answers of one target come 100 ms later, give or take 20 ms. */
  LATENCY(Optional.of(Duration.ofSeconds(3))),
  /** Connections to one target are reset when it answers; what it answered is lost. */
  RESET(Optional.of(Duration.ofSeconds(3))),
  /** No fault any more. */
  RECOVERY(Optional.of(Duration.ofSeconds(2)));

  private final Optional<Duration> bound;

  Phase(Optional<Duration> bound) {
    this.bound = bound;
  }

  /** What 99 of 100 requests must be faster than: generous, for a machine with other work. */
  public Optional<Duration> bound() {
    return bound;
  }

  /** The name as reports have it. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
