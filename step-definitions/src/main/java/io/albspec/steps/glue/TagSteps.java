package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.TagSet;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** Tags of the load balancer. */
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

  /** Adds tags. */
  @Given("the load balancer is tagged with:")
  public void tagged(DataTable added) {
    tags.add(rows.of(added));
  }

  /** It has exactly these tags. */
  @Then("the load balancer has the tags:")
  public void has(DataTable expected) {
    expectations.check(
        () -> assertThat(tags.all()).as("tags").containsExactlyInAnyOrderEntriesOf(rows.of(expected)));
  }
}
