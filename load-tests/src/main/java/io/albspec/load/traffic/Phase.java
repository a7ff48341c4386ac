package io.albspec.load.traffic;

import java.time.Duration;
import java.util.Locale;

/** The phases of a run, in their order; each lasts as long as the others. */
public enum Phase {
  /** No fault. */
  STEADY(Duration.ofSeconds(1)),
  /** Answers of one target come 100 ms later, give or take 20 ms. */
  LATENCY(Duration.ofSeconds(2)),
  /** Connections to one target are reset when it answers; what it answered is lost. */
  RESET(Duration.ofSeconds(2)),
  /** No fault any more. */
  RECOVERY(Duration.ofSeconds(1));

  private final Duration bound;

  Phase(Duration bound) {
    this.bound = bound;
  }

  /** What 99 of 100 requests must be faster than: generous, for a machine with other work. */
  public Duration bound() {
    return bound;
  }

  /** The name as reports have it. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a fault is in force. */
  public boolean isFault() {
    return this == LATENCY || this == RESET;
  }
}
