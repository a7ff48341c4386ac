package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.Names;
import io.albspec.steps.world.TargetHealth;
import io.albspec.steps.world.TargetHealth.Shown;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The health of targets as users see it. */
public final class HealthSteps {

  private static final Pattern GROUP = Pattern.compile(" of \"([^\"]*)\"");

  private final TargetHealth health;
  private final Names names;
  private final Expectations expectations;

  /** The health of the targets of this scenario. */
  public HealthSteps(TargetHealth health, Names names, Expectations expectations) {
    this.health = health;
    this.names = names;
    this.expectations = expectations;
  }

  /** The group a target's health is asked for in, if the step names one. */
  @ParameterType("(?: of \"[^\"]*\")?")
  public Optional<String> inGroup(String text) {
    Matcher group = GROUP.matcher(names.in(text));
    return group.matches() ? Optional.of(group.group(1)) : Optional.empty();
  }

  /** Its state now. */
  @Then("target {s}{inGroup} is {s}")
  public void is(String target, Optional<String> group, String state) {
    expectations.check(
        () -> assertThat(health.of(target, group).state()).as("state").isEqualTo(state));
  }

  /** Its state and reason now. */
  @Then("target {s}{inGroup} is {s} for the reason {s}")
  public void is(String target, Optional<String> group, String state, String reason) {
    expectations.check(
        () ->
            assertThat(health.of(target, group))
                .as("health of %s", target)
                .extracting(Shown::state, Shown::reason)
                .containsExactly(state, reason));
  }

  /** Its state, soon. */
  @Then("target {s}{inGroup} becomes {s}")
  public void becomes(String target, Optional<String> group, String state) {
    expectations.check(
        () ->
            assertThat(health.becomes(target, group, shown -> shown.state().equals(state)).state())
                .as("state")
                .isEqualTo(state));
  }

  /** The state of each of some targets, soon. */
  @Then("each of the targets {n} to {n} of {s} becomes {s}")
  public void eachBecomes(int first, int last, String group, String state) {
    for (int number = first; number <= last; number++) {
      becomes(group + "-" + number, Optional.of(group), state);
    }
  }

  /** Its state and reason, soon. */
  @Then("target {s}{inGroup} becomes {s} for the reason {s}")
  public void becomes(String target, Optional<String> group, String state, String reason) {
    expectations.check(
        () ->
            assertThat(
                    health.becomes(
                        target,
                        group,
                        shown -> shown.state().equals(state) && shown.reason().equals(reason)))
                .as("health of %s", target)
                .extracting(Shown::state, Shown::reason)
                .containsExactly(state, reason));
  }

  /** What people are told of it now. */
  @Then("the description of the health of target {s} is {s}")
  public void describedAs(String target, String description) {
    expectations.check(
        () ->
            assertThat(health.of(target, Optional.empty()).description())
                .as("description")
                .isEqualTo(description));
  }
}
