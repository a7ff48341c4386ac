package io.albspec.steps.clock;

import io.albspec.proxy.time.Time;
import java.time.Duration;
import java.time.Instant;

/** The machine's time, or that of a system whose time runs a whole number of times faster. */
public final class WallClock implements Clock, AutoCloseable {

  private static final Duration STEP = Duration.ofMillis(10);

  private final int scale;
  private final Time time;

  /**
   * A clock that runs that many times faster than the machine's.
   *
   * @throws IllegalArgumentException if the scale is below 1
   */
  public WallClock(int scale) {
    this.scale = scale;
    this.time = Time.scaled(scale);
  }

  @Override
  public String kind() {
    return scale == 1 ? "wall" : "wall, " + scale + " times faster";
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void step(Instant limit) {
    Duration left = real(Duration.between(now(), limit));
    if (!left.isNegative()) {
      Pause.of(left.compareTo(STEP) < 0 ? left.plusNanos(1_000) : STEP);
    }
  }

  @Override
  public Duration real(Duration guide) {
    return guide.dividedBy(scale);
  }

  @Override
  public void after(Duration guide, Runnable action) {
    time.after(guide, action);
  }

  @Override
  public void close() {
    time.close();
  }
}
