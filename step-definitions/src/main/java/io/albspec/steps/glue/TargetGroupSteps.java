package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.Calls;
import io.albspec.steps.world.FieldMatch;
import io.albspec.steps.world.Groups;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;

/** Target groups, their attributes, and who is registered with them. */
public final class TargetGroupSteps {

  private final Groups groups;
  private final Calls calls;
  private final Rows rows;
  private final Expectations expectations;

  /** The target groups of this scenario. */
  public TargetGroupSteps(Groups groups, Calls calls, Rows rows, Expectations expectations) {
    this.groups = groups;
    this.calls = calls;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** One with targets that are started. */
  @Given("a target group {s} with {n} target(s)")
  public void group(String name, int targets) {
    groups.create(name, targets, Map.of());
  }

  /** One with settings of its own. */
  @Given("a target group {s} with {n} target(s) and the settings:")
  public void group(String name, int targets, DataTable settings) {
    groups.create(name, targets, rows.of(settings));
  }

  /** Sets an attribute as part of the scene. */
  @Given("the target group attribute {s} of {s} is set to {s}")
  public void hasAttribute(String key, String group, String value) {
    groups.setAttributes(group, Map.of(key, value));
  }

  /** Sets an attribute by a call that may be refused. */
  @When("a user sets the target group attribute {s} of {s} to {s}")
  public void setsAttribute(String key, String group, String value) {
    calls.call("ModifyTargetGroupAttributes", groups.modification(group, Map.of(key, value)));
  }

  /** Registers a target, which is started if need be. */
  @When("target {s} is registered with {s}")
  public void registered(String target, String group) {
    groups.register(group, target);
  }

  /** Deregisters a target. */
  @When("target {s} is deregistered from {s}")
  public void deregistered(String target, String group) {
    groups.deregister(group, target);
  }

  /** It has an attribute. */
  @Then("the target group attribute {s} of {s} is {s}")
  public void attributeIs(String key, String group, String value) {
    expectations.check(
        () ->
            assertThat(groups.attribute(group, key))
                .as(key)
                .matches(new FieldMatch(value)::matches, "is " + value));
  }
}
