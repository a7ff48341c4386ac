package io.albspec.steps.clock;

import io.albspec.proxy.time.ManualTime;
import io.albspec.proxy.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
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

  /** How often a timer was set, fired or was stopped. */
  long changes() {
    return changes.get();
  }

  /** How long until the next timer is due, at most the given duration. */
  Duration untilNext(Duration limit) {
    long now = time.nanos();
    Due next = pending.higher(new Due(now, Long.MAX_VALUE));
    return next == null || next.at() - now > limit.toNanos()
        ? limit
        : Duration.ofNanos(next.at() - now);
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
    Due due = new Due(time.nanos() + delay.toNanos(), changes.incrementAndGet());
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

  private record Due(long at, long order) {}
}
