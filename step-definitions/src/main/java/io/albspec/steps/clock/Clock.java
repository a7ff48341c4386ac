package io.albspec.steps.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * The time a system under test lives in. Durations are those of the guide; how long they take for
 * an onlooker is the clock's business.
 */
public interface Clock {

  /** What kind of clock this is, as a report names it: {@code manual}, {@code wall} ... */
  String kind();

  /** The moment it is for the system under test. */
  Instant now();

  /**
   * Lets a little guide time pass, at most until a moment, and whatever that sets off come to rest.
   */
  void step(Instant limit);

  /** How much real time a duration of the guide takes; zero if time is advanced by hand. */
  Duration real(Duration guide);

  /** Runs an action once, when that much guide time has passed. It must not block. */
  void after(Duration guide, Runnable action);

  /** Lets that much guide time pass. */
  default void pass(Duration guide) {
    Instant end = now().plus(guide);
    while (now().isBefore(end)) {
      step(end);
    }
  }
}
