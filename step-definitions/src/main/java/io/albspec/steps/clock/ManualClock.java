package io.albspec.steps.clock;

import io.albspec.proxy.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * Time that is advanced by hand, from one due timer to the next.
 *
 * <p>Sockets stay real, and what a timer sets off needs real time. Time therefore moves on only
 * when the world has come to rest: no timer was set or stopped and no byte was seen for a while.
 */
public final class ManualClock implements Clock {

  private static final Duration LOOK = Duration.ofMillis(2);
  private static final int QUIET_LOOKS = 10;
  private static final int MOST_LOOKS = 1_000;

  private final SteppedTime time;
  private final List<LongSupplier> activities = new CopyOnWriteArrayList<>();
  private long settled = -1;

  /** Starts at that moment. */
  public ManualClock(Instant start) {
    this.time = new SteppedTime(start);
    activities.add(time::changes);
  }

  /** The time source for the system under test. */
  public Time time() {
    return time;
  }

  /** Makes something count as movement: a number that changes while anything moves. */
  public void watch(LongSupplier activity) {
    activities.add(activity);
  }

  @Override
  public String kind() {
    return "manual";
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void step(Instant limit) {
    settle();
    Duration left = Duration.between(now(), limit);
    if (!left.isNegative()) {
      time.advance(time.untilNext(left));
    }
    settle();
  }

  @Override
  public Duration real(Duration guide) {
    return Duration.ZERO;
  }

  @Override
  public void after(Duration guide, Runnable action) {
    time.after(guide, action);
  }

  private void settle() {
    long before = activity();
    int quiet = before == settled ? QUIET_LOOKS : 0;
    for (int look = 0; look < MOST_LOOKS && quiet < QUIET_LOOKS; look++) {
      Pause.of(LOOK);
      long now = activity();
      quiet = now == before ? quiet + 1 : 0;
      before = now;
    }
    settled = before;
  }

  private long activity() {
    return activities.stream().mapToLong(LongSupplier::getAsLong).sum();
  }
}
