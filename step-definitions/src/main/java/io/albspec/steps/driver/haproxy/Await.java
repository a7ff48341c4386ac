package io.albspec.steps.driver.haproxy;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for another process to get somewhere. */
final class Await {

  private static final long PAUSE = Duration.ofMillis(3).toNanos();

  private Await() {}

  /** Looks until the condition holds; false if it does not within the budget. */
  static boolean within(Duration budget, BooleanSupplier condition) {
    long end = System.nanoTime() + budget.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      LockSupport.parkNanos(PAUSE);
    }
    return true;
  }
}
