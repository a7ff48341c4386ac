package io.albspec.steps.world;

import io.albspec.steps.clock.Budgets;
import io.albspec.steps.verdict.SetupException;

/** Sees to it that nothing is measured before it is live. */
public final class Readiness {

  private final Sut sut;
  private final Calls calls;
  private final Sentinel sentinel;
  private final TargetHealth health;
  private long seen;
  private boolean healthy;

  /** Looks at these. */
  public Readiness(Sut sut, Calls calls, Sentinel sentinel, TargetHealth health) {
    this.sut = sut;
    this.calls = calls;
    this.sentinel = sentinel;
    this.health = health;
  }

  /**
   * Waits until the configuration is live and, before the first traffic, until every target in use
   * is healthy.
   *
   * @throws SetupException if that takes longer than its budget
   */
  public void beforeTraffic() {
    if (calls.changes() != seen && !sut.driver().appliesAtOnce()) {
      sentinel.awaitAll();
    }
    seen = calls.changes();
    if (!healthy) {
      awaitHealth();
      healthy = true;
    }
  }

  private void awaitHealth() {
    boolean good =
        sut.await()
            .happens(
                Budgets.HEALTH.lasting(health.slowestChange()), () -> health.unready().isEmpty());
    if (!good) {
      throw new SetupException("targets are not healthy: " + health.unready());
    }
  }
}
