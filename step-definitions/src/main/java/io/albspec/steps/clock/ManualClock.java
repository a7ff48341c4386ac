package io.albspec.steps.clock;

import io.albspec.proxy.time.Time;
import io.albspec.steps.clock.SteppedTime.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * Time that is advanced by hand, from one due timer to the next.
 *
 * <p>Sockets stay real, and what a timer sets off needs real time. Time therefore moves on only
 * when the world has come to rest: no timer was set or stopped and no byte was seen for a while,
 * which is the longer the later threads get their turn. Deadlines of what is under way wait longer
 * still.
 */
public final class ManualClock implements Clock {

  private static final Duration LOOK = Duration.ofMillis(2);
  private static final Duration QUIET = Duration.ofMillis(20);
  private static final Duration MOST = Duration.ofSeconds(2);
  private static final Duration DEADLINE_AGE = Duration.ofMillis(150);
  private static final int LATENESS_WEIGHT = 10;

  private final SteppedTime time;
  private final List<LongSupplier> activities = new CopyOnWriteArrayList<>();
  private long settled = -1;
  private long settledAt;

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
    Optional<Due> next = time.next().filter(timer -> time.until(timer).compareTo(left) <= 0);
    if (next.isPresent() && time.isDeadline(next.get()) && !ripens(next.get())) {
      return;
    }
    if (!left.isNegative()) {
      time.advance(next.map(time::until).orElse(left));
    }
    settle();
  }

  /** Waits until a deadline may fire; false if it was met or anything else moved meanwhile. */
  private boolean ripens(Due deadline) {
    long before = activity();
    while (deadline.age().compareTo(DEADLINE_AGE) < 0 && activity() == before) {
      Pause.of(LOOK);
    }
    return activity() == before && time.isPending(deadline);
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
    long start = System.nanoTime();
    if (before == settled && start - settledAt < LOOK.toNanos()) {
      return;
    }
    long quietSince = start;
    long lateness = 0;
    while (System.nanoTime() - quietSince < QUIET.toNanos() + LATENESS_WEIGHT * lateness
        && System.nanoTime() - start < MOST.toNanos()) {
      long slept = System.nanoTime();
      Pause.of(LOOK);
      lateness = Math.max(lateness, System.nanoTime() - slept - LOOK.toNanos());
      long now = activity();
      quietSince = now == before ? quietSince : System.nanoTime();
      before = now;
    }
    settled = before;
    settledAt = System.nanoTime();
  }

  private long activity() {
    return activities.stream().mapToLong(LongSupplier::getAsLong).sum();
  }
}
