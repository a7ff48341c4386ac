package io.albspec.steps.clock;

import io.albspec.proxy.time.ManualTime;
import io.albspec.proxy.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/** Manual time that can say when its next timer is due and whether timers come and go. */
final class SteppedTime implements Time {

  private final ManualTime time;
  private final NavigableSet<Due> pending =
      new ConcurrentSkipListSet<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private final AtomicLong changes = new AtomicLong();

  SteppedTime(Instant start) {
    this.time = new ManualTime(start);
  }

  /**
   * A timer that was set and has not fired.
   *
   * @param at when it is due
   * @param order distinguishes timers that are due at the same time
   * @param setAt when it was set
   * @param setReally when that was in real time
   */
  record Due(long at, long order, long setAt, long setReally) {

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - setReally);
    }
  }

  /** How often a timer was set, fired or was stopped. */
  long changes() {
    return changes.get();
  }

  /** The timer that is due next. */
  Optional<Due> next() {
    return Optional.ofNullable(pending.higher(new Due(time.nanos(), Long.MAX_VALUE, 0, 0)));
  }

  /** Whether a timer is still to fire. */
  boolean isPending(Due timer) {
    return pending.contains(timer);
  }

  /**
   * Whether a timer was set together with one that is due later: such a timer is the deadline of
   * something that is under way.
   */
  boolean isDeadline(Due timer) {
    return pending.stream()
        .anyMatch(each -> each.setAt() == timer.setAt() && each.at() > timer.at());
  }

  /** How long until a timer is due. */
  Duration until(Due timer) {
    return Duration.ofNanos(timer.at() - time.nanos());
  }

  void advance(Duration duration) {
    time.advance(duration);
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public long nanos() {
    return time.nanos();
  }

  @Override
  public Timer after(Duration delay, Runnable action) {
    long now = time.nanos();
    Due due = new Due(now + delay.toNanos(), changes.incrementAndGet(), now, System.nanoTime());
    pending.add(due);
    Timer timer =
        time.after(
            delay,
            () -> {
              drop(due);
              action.run();
            });
    return () -> timer.cancel() && drop(due);
  }

  private boolean drop(Due due) {
    changes.incrementAndGet();
    return pending.remove(due);
  }

  @Override
  public void close() {
    time.close();
    pending.clear();
  }
}
