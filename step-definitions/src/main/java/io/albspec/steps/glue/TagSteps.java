package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.TagSet;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** Tags. */
public final class TagSteps {

  private final TagSet tags;
  private final Rows rows;
  private final Expectations expectations;

  /** The tags in this scenario. */
  public TagSteps(TagSet tags, Rows rows, Expectations expectations) {
    this.tags = tags;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** What can be tagged; the newest one is meant. */
  @ParameterType("load balancer|listener|rule|target group")
  public String kind(String text) {
    return text;
  }

  /** Adds tags. */
  @Given("the {kind} is tagged with:")
  public void tagged(String kind, DataTable added) {
    tags.add(kind, rows.of(added));
  }

  /** It has exactly these tags. */
  @Then("the {kind} has the tags:")
  public void has(String kind, DataTable expected) {
    expectations.check(
        () ->
            assertThat(tags.all(kind))
                .as("tags of the %s", kind)
                .containsExactlyInAnyOrderEntriesOf(rows.of(expected)));
  }
}
