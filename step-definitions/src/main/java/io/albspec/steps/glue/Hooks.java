package io.albspec.steps.glue;

import io.albspec.steps.driver.Deployment;
import io.albspec.steps.evidence.Evidence;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.verdict.Gate;
import io.albspec.steps.verdict.Machine;
import io.albspec.steps.verdict.Watchdog;
import io.albspec.steps.world.Calls;
import io.albspec.steps.world.Cleanup;
import io.albspec.steps.world.Sut;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;

/** What happens before and after each scenario. */
public final class Hooks {

  private static final int EVIDENCE_FIRST = 30_000;
  private static final int THEN_ACCOUNTING = 20_000;
  private static final int CLEANUP_LAST = 0;

  private final Sut sut;
  private final Expectations expectations;
  private final Evidence evidence;
  private final Calls calls;
  private final Cleanup cleanup;
  private final Watchdog watchdog;

  /** Those of one scenario. */
  public Hooks(
      Sut sut,
      Expectations expectations,
      Evidence evidence,
      Calls calls,
      Cleanup cleanup,
      Watchdog watchdog) {
    this.sut = sut;
    this.expectations = expectations;
    this.evidence = evidence;
    this.calls = calls;
    this.cleanup = cleanup;
    this.watchdog = watchdog;
  }

  /** Ends a scenario that cannot be judged here, before anything is started. */
  @Before(order = 0)
  public void gate(Scenario scenario) {
    new Gate(new Machine(), sut.driver()::lacks).check(scenario.getSourceTagNames());
  }

  /** Keeps what a reader needs to understand a scenario that did not pass. */
  @After(order = EVIDENCE_FIRST)
  public void keepEvidence(Scenario scenario) {
    if (scenario.getStatus() != Status.PASSED) {
      evidence.exchanges(scenario);
      sut.started()
          .flatMap(Deployment::configuration)
          .ifPresent(rendered -> evidence.configuration(scenario, rendered));
      calls.refused().ifPresent(reason -> evidence.refusal(scenario, reason));
      watchdog.dump().ifPresent(dump -> evidence.threads(scenario, dump));
    }
  }

  /** Fails a scenario that passed without checking anything. */
  @After(order = THEN_ACCOUNTING)
  public void account(Scenario scenario) {
    if (scenario.getStatus() == Status.PASSED) {
      expectations.requireSome();
    }
  }

  /** Frees everything the scenario has used. */
  @After(order = CLEANUP_LAST)
  public void cleanUp() {
    watchdog.close();
    cleanup.run();
  }
}
