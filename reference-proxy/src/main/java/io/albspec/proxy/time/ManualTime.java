package io.albspec.proxy.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time that stands still until it is advanced by hand. Actions run on the thread that advances it,
 * in the order of their due times, each seeing the clock at its own due time.
 */
public final class ManualTime implements Time {

  private final Instant start;
  private final PriorityQueue<Due> timers =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private long elapsed;
  private long order;

  /** Starts at the given moment. */
  public ManualTime(Instant start) {
    this.start = start;
  }

  @Override
  public synchronized Instant now() {
    return start.plusNanos(elapsed);
  }

  @Override
  public synchronized long nanos() {
    return elapsed;
  }

  @Override
  public synchronized Timer after(Duration delay, Runnable action) {
    Due due = new Due(elapsed + delay.toNanos(), order++, action);
    timers.add(due);
    return () -> {
      synchronized (this) {
        return timers.remove(due);
      }
    };
  }

  /** Lets that much time pass, running every action that falls due on the way. */
  public void advance(Duration duration) {
    long end;
    synchronized (this) {
      end = elapsed + duration.toNanos();
    }
    for (Due due = nextBefore(end); due != null; due = nextBefore(end)) {
      due.action().run();
    }
  }

  private synchronized Due nextBefore(long end) {
    Due next = timers.peek();
    if (next == null || next.at() > end) {
      elapsed = Math.max(elapsed, end);
      return null;
    }
    timers.remove();
    elapsed = Math.max(elapsed, next.at());
    return next;
  }

  @Override
  public synchronized void close() {
    timers.clear();
  }

  private record Due(long at, long order, Runnable action) {}
}
