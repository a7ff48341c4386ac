package io.albspec.proxy.time;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread of its own for what timers set off and may block, since the timers of {@link Time} must
 * not. It does one thing after the other, and does not keep the process alive.
 */
public final class BackgroundThread implements Executor, AutoCloseable {

  private final ThreadPoolExecutor worker;

  /** A thread of that name, begun when there is something to do. */
  public BackgroundThread(String name) {
    worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            action -> {
              Thread thread = new Thread(action, name);
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Does this when everything before it is done; nothing once it is closed. */
  @Override
  public void execute(Runnable action) {
    worker.execute(action);
  }

  /** Takes no more; what it has taken is still done. */
  @Override
  public void close() {
    worker.shutdown();
  }

  /** Whether everything it had taken is done within that time after it was closed. */
  public boolean awaitEnd(Duration atMost) throws InterruptedException {
    return worker.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }
}
