package io.albspec.steps.glue;

import io.albspec.steps.world.Sut;
import io.cucumber.java.en.When;
import java.time.Duration;

/** Guide time. */
public final class TimeSteps {

  private final Sut sut;

  /** Time as this system lives it. */
  public TimeSteps(Sut sut) {
    this.sut = sut;
  }

  /** Lets guide time pass. */
  @When("{n} s pass")
  public void pass(int seconds) {
    sut.await().pass(Duration.ofSeconds(seconds));
  }
}
