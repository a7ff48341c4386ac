package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.AuditTrail;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.util.Map;

/** The audit trail of the API. */
public final class AuditTrailSteps {

  private final AuditTrail trail;
  private final Rows rows;
  private final Expectations expectations;

  /** The audit trail of this scenario. */
  public AuditTrailSteps(AuditTrail trail, Rows rows, Expectations expectations) {
    this.trail = trail;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** There is exactly one that has all of this. */
  @Then("the audit trail has one record with:")
  public void has(DataTable table) {
    Map<String, String> values = rows.of(table);
    expectations.check(
        () ->
            assertThat(trail.having(values))
                .as("records with %s of %s", values, trail.all())
                .hasSize(1));
  }
}
