package io.albspec.proxy.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The only source of time in the balancer: the wall clock of its timestamps and every timer it
 * sets. Implementations are real time, real time run N times faster, and time advanced by hand.
 *
 * <p>Durations are always those of the guide (an idle timeout of 60 s is 60 s); how long that takes
 * for an onlooker is the implementation's business.
 */
public interface Time extends AutoCloseable {

  /** The machine's own time. */
  static Time real() {
    return scaled(1);
  }

  /**
   * Time that runs that many times faster than the machine's.
   *
   * @throws IllegalArgumentException if the scale is below 1
   */
  static Time scaled(int scale) {
    return new ScaledTime(scale);
  }

  /** The wall clock, for timestamps that people and clients read. */
  Instant now();

  /** A monotonic clock in nanoseconds, for measuring how long something took. */
  long nanos();

  /**
   * Runs an action once, after a delay.
   *
   * <p>The action runs on a thread of this time source and must not block.
   *
   * @param delay zero or more
   */
  Timer after(Duration delay, Runnable action);

  /** Drops every timer that has not fired. */
  @Override
  void close();

  /** A timer that has been set. */
  interface Timer {

    /** Stops the timer. Returns false if its action has begun or was stopped before. */
    boolean cancel();
  }
}
