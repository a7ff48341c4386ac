package io.albspec.steps.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Shows how far a run is: one line, redrawn on a terminal, repeated every few seconds elsewhere.
 */
final class Progress implements TestExecutionListener, AutoCloseable {

  private static final Duration ON_TERMINAL = Duration.ofMillis(250);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);

  private final int total;
  private final PrintWriter out;
  private final boolean terminal = Terminal.isStandardError();
  private final long start = System.nanoTime();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger aborted = new AtomicInteger();
  private final Timer timer = new Timer("albspec-progress", true);

  Progress(TestPlan plan, PrintWriter out) {
    this.total = ScenarioList.scenarios(plan).size();
    this.out = out;
    long period = (terminal ? ON_TERMINAL : ELSEWHERE).toMillis();
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            show();
          }
        },
        period,
        period);
  }

  int failed() {
    return failed.get();
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest()) {
      done.incrementAndGet();
    }
    switch (result.getStatus()) {
      case FAILED -> failed.incrementAndGet();
      case ABORTED -> aborted.incrementAndGet();
      case SUCCESSFUL -> {
        // Counted as done, which is enough.
      }
    }
  }

  private void show() {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    String line =
        "%d/%d scenarios, %d failed, %d not judged, %d:%02d"
            .formatted(
                done.get(),
                total,
                failed.get(),
                aborted.get(),
                elapsed.toMinutes(),
                elapsed.toSecondsPart());
    out.print(terminal ? "\r" + line : line + System.lineSeparator());
    out.flush();
  }

  @Override
  public void close() {
    timer.cancel();
    show();
    if (terminal) {
      out.println();
      out.flush();
    }
  }
}
