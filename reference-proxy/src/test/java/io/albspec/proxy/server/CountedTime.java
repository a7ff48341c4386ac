package io.albspec.proxy.server;

import io.albspec.proxy.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Another time, with its timers counted. */
final class CountedTime implements Time {

  private final Time time;
  private final AtomicInteger pending = new AtomicInteger();

  CountedTime(Time time) {
    this.time = time;
  }

  /** How many timers are set that have neither begun nor been stopped. */
  int pending() {
    return pending.get();
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
    pending.incrementAndGet();
    Timer timer = time.after(delay, () -> begin(action));
    return () -> stop(timer);
  }

  private void begin(Runnable action) {
    pending.decrementAndGet();
    action.run();
  }

  private boolean stop(Timer timer) {
    boolean stopped = timer.cancel();
    if (stopped) {
      pending.decrementAndGet();
    }
    return stopped;
  }

  @Override
  public void close() {
    time.close();
  }
}
