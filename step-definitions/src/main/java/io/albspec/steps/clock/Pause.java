package io.albspec.steps.clock;

import java.time.Duration;

/** A moment of real time between two looks at something. */
final class Pause {

  private Pause() {}

  /**
   * Lets real time pass.
   *
   * @throws StuckException if the scenario ran out of time meanwhile
   */
  static void of(Duration real) {
    try {
      Thread.sleep(real.toMillis(), real.toNanosPart() % 1_000_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StuckException("interrupted while waiting", e);
    }
  }
}
