package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that happens on another thread. */
final class Waiting {

  private static final Duration BUDGET = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(2);

  private Waiting() {}

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + BUDGET.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
    assertThat(condition.getAsBoolean()).as("happens within %s", BUDGET).isTrue();
  }
}
