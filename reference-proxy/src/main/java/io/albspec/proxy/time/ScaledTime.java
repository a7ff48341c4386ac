package io.albspec.proxy.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's time, run a whole number of times faster. */
final class ScaledTime implements Time {

  private final int scale;
  private final Instant startedAt = Instant.now();
  private final long startedNanos = System.nanoTime();
  private final ScheduledThreadPoolExecutor timers;

  ScaledTime(int scale) {
    if (scale < 1) {
      throw new IllegalArgumentException("time scale must be at least 1, not " + scale);
    }
    this.scale = scale;
    this.timers =
        new ScheduledThreadPoolExecutor(
            1,
            action -> {
              Thread thread = new Thread(action, "albspec-time");
              thread.setDaemon(true);
              return thread;
            });
    timers.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant now() {
    return scale == 1 ? Instant.now() : startedAt.plusNanos(nanos() - startedNanos);
  }

  @Override
  public long nanos() {
    return startedNanos + (System.nanoTime() - startedNanos) * scale;
  }

  @Override
  public Timer after(Duration delay, Runnable action) {
    ScheduledFuture<?> timer =
        timers.schedule(action, delay.toNanos() / scale, TimeUnit.NANOSECONDS);
    return () -> timer.cancel(false);
  }

  @Override
  public void close() {
    timers.shutdownNow();
  }
}
