package io.albspec.steps.glue;

import io.albspec.steps.cli.AwsCli;
import io.albspec.steps.world.Calls;
import io.albspec.steps.world.Names;
import io.albspec.steps.world.Sut;
import io.cucumber.java.en.When;

/** Literal commands. */
public final class CliSteps {

  private final Sut sut;
  private final Calls calls;
  private final Names names;

  /** Commands to this system; each counts as a call. */
  public CliSteps(Sut sut, Calls calls, Names names) {
    this.sut = sut;
    this.calls = calls;
    this.names = names;
  }

  /** Runs a command. */
  @When("a user runs:")
  public void runs(String command) {
    AwsCli cli = new AwsCli(sut.deployment().endpoint(), sut.deployment().surroundings().region());
    calls.remember(cli.run(names.in(command)));
  }
}
