package io.albspec.steps.run;

import io.albspec.steps.verdict.NotRunException;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestRunFinished;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** A Cucumber plugin that says once, at the end, what the environment lacked. */
public final class MissingAbilities implements ConcurrentEventListener {

  private final PrintStream out;
  private final Map<String, Integer> scenarios = new ConcurrentSkipListMap<>();

  /** Says it on standard error. */
  public MissingAbilities() {
    this(System.err);
  }

  MissingAbilities(PrintStream out) {
    this.out = out;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestCaseFinished.class, this::count);
    publisher.registerHandlerFor(TestRunFinished.class, event -> tell());
  }

  private void count(TestCaseFinished event) {
    if (event.getResult().getError() instanceof NotRunException missing) {
      scenarios.merge(missing.getMessage(), 1, Integer::sum);
    }
  }

  private void tell() {
    scenarios.forEach(
        (reason, number) -> out.printf("%nWARNING: %d scenario(s) %s%n", number, reason));
  }
}
