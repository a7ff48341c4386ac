package io.albspec.steps.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for something to happen, or watches that it does not. */
public final class Await {

  private static final Duration POLL = Duration.ofMillis(3);

  private final Clock clock;
  private final Deadline deadline;

  /** Waits on that clock; what is waited is added to the deadline. */
  public Await(Clock clock, Deadline deadline) {
    this.clock = clock;
    this.deadline = deadline;
  }

  /** Whether something happens within a budget; returns as soon as it does. */
  public boolean happens(Budget within, BooleanSupplier condition) {
    deadline.extend(within.real().plus(clock.real(within.guide())));
    if (poll(within.real(), condition)) {
      return true;
    }
    Instant end = clock.now().plus(within.guide());
    boolean happened = condition.getAsBoolean();
    while (!happened && clock.now().isBefore(end)) {
      clock.step(end);
      happened = condition.getAsBoolean();
    }
    return happened;
  }

  /** Whether something stays so for a whole budget; returns early only if it does not. */
  public boolean stays(Budget quiet, BooleanSupplier condition) {
    return !happens(quiet, () -> !condition.getAsBoolean());
  }

  /** Lets that much guide time pass. */
  public void pass(Duration guide) {
    deadline.extend(clock.real(guide));
    clock.pass(guide);
  }

  private static boolean poll(Duration real, BooleanSupplier condition) {
    long end = System.nanoTime() + real.toNanos();
    boolean happened = condition.getAsBoolean();
    while (!happened && System.nanoTime() - end < 0) {
      Pause.of(POLL);
      happened = condition.getAsBoolean();
    }
    return happened;
  }
}
