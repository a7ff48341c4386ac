package io.albspec.proxy.worker;

import io.albspec.proxy.time.Time;
import java.time.Duration;

/**
 * Tells when nothing has happened on a connection for some time.
 *
 * <p>A connection is touched with every read and write, far more often than it is idle. So a touch
 * only notes the moment; the one timer, when it fires, looks how long ago the last touch was and
 * sets itself again for the rest. Used on its worker's thread only.
 */
public final class IdleTimer {

  private final Worker worker;
  private final Runnable onIdle;
  private long timeout;
  private long touched;
  private Time.Timer timer;
  private boolean stopped;

  /** Runs the action on the worker's thread, again and again while idleness lasts. */
  public IdleTimer(Worker worker, Runnable onIdle) {
    this.worker = worker;
    this.onIdle = onIdle;
  }

  /** Begins, or goes on with another timeout. */
  public void start(Duration idleTimeout) {
    long nanos = idleTimeout.toNanos();
    touched = worker.nanos();
    stopped = false;
    if (timer != null && nanos == timeout) {
      return;
    }
    timeout = nanos;
    if (timer != null) {
      timer.cancel();
    }
    arm(timeout);
  }

  /** Something happened. */
  public void touch() {
    touched = worker.nanos();
  }

  /** Ends. */
  public void stop() {
    stopped = true;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void arm(long delay) {
    timer = worker.time().after(Duration.ofNanos(delay), () -> worker.execute(this::check));
  }

  private void check() {
    if (stopped) {
      return;
    }
    long rest = touched + timeout - worker.nanos();
    if (rest > 0) {
      arm(rest);
      return;
    }
    touched = worker.nanos();
    arm(timeout);
    onIdle.run();
  }
}
