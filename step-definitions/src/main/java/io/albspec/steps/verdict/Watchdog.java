package io.albspec.steps.verdict;

import io.albspec.steps.clock.Deadline;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Interrupts a scenario that takes longer than its cap and the waits it has declared, and keeps
 * what every thread was doing then.
 */
public final class Watchdog implements Deadline, AutoCloseable {

  private static final Duration CAP = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Thread watched;
  private final Thread watcher;
  private final AtomicLong deadline;
  private volatile String dump = "";

  /** Watches the calling thread from now on. */
  public Watchdog() {
    this(CAP);
  }

  Watchdog(Duration cap) {
    this.watched = Thread.currentThread();
    this.deadline = new AtomicLong(System.nanoTime() + cap.toNanos());
    this.watcher = new Thread(this::watch, "albspec-watchdog");
    watcher.setDaemon(true);
    watcher.start();
  }

  @Override
  public void extend(Duration real) {
    deadline.addAndGet(real.toNanos());
  }

  /** Every thread's stack at the moment the scenario was interrupted, empty if it was not. */
  public Optional<String> dump() {
    return Optional.of(dump).filter(text -> !text.isEmpty());
  }

  private void watch() {
    try {
      while (System.nanoTime() - deadline.get() < 0) {
        long left = deadline.get() - System.nanoTime();
        Thread.sleep(Math.min(Math.max(left / 1_000_000, 1), LOOK.toMillis()));
      }
      dump = threads();
      watched.interrupt();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private static String threads() {
    return Thread.getAllStackTraces().entrySet().stream()
        .map(each -> each.getKey() + "\n" + frames(each.getValue()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String frames(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .map(frame -> "    at " + frame + "\n")
        .collect(Collectors.joining());
  }

  /** Stops watching; if the scenario was interrupted, its thread is so no longer. */
  @Override
  public void close() {
    watcher.interrupt();
    if (!dump.isEmpty() && Thread.currentThread() == watched) {
      boolean cleared = Thread.interrupted();
      assert cleared || !watched.isInterrupted();
    }
  }
}
