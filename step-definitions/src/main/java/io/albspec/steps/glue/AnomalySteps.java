package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.Anomalies;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;

/** Anomaly detection and mitigation as users see it. */
public final class AnomalySteps {

  private final Anomalies anomalies;
  private final Expectations expectations;

  /** The anomalies among the targets of this scenario. */
  public AnomalySteps(Anomalies anomalies, Expectations expectations) {
    this.anomalies = anomalies;
    this.expectations = expectations;
  }

  /** Whether something is in effect. */
  @ParameterType("is (?:not )?in effect")
  public String inEffect(String text) {
    return text.contains("not") ? "no" : "yes";
  }

  /** The result now. */
  @Then("the anomaly detection result of target {s} is {s}")
  public void is(String target, String result) {
    expectations.check(
        () ->
            assertThat(anomalies.result(target))
                .as("anomaly detection result of %s", target)
                .isEqualTo(result));
  }

  /** The result, soon. */
  @Then("the anomaly detection result of target {s} becomes {s}")
  public void becomes(String target, String result) {
    expectations.check(
        () ->
            assertThat(anomalies.resultOnceItIs(result, target))
                .as("anomaly detection result of %s", target)
                .isEqualTo(result));
  }

  /** Whether a target is spared now. */
  @Then("mitigation {inEffect} for target {s}")
  public void mitigated(String inEffect, String target) {
    expectations.check(
        () ->
            assertThat(anomalies.mitigation(target))
                .as("whether mitigation is in effect for %s", target)
                .isEqualTo(inEffect));
  }

  /** Soon it is spared no more. */
  @Then("mitigation ends for target {s}")
  public void mitigationEnds(String target) {
    expectations.check(
        () ->
            assertThat(anomalies.mitigationOnceItIs("no", target))
                .as("whether mitigation is in effect for %s", target)
                .isEqualTo("no"));
  }
}
