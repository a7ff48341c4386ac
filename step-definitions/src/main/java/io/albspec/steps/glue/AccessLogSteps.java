package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.AccessLog;
import io.albspec.steps.world.FieldMatch;
import io.albspec.steps.world.LogEntry;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Map;

/** Access logs. */
public final class AccessLogSteps {

  private final AccessLog log;
  private final Rows rows;
  private final Expectations expectations;

  /** The access log of this scenario. */
  public AccessLogSteps(AccessLog log, Rows rows, Expectations expectations) {
    this.log = log;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** Turns them on. */
  @Given("access logs are enabled")
  public void enabled() {
    log.enable();
  }

  /** So many entries, after the next publication. */
  @Then("the access log has {n} entry/entries")
  public void has(int entries) {
    expectations.check(
        () -> assertThat(log.entries(entries)).as("entries of the access log").hasSize(entries));
  }

  /** The fields of the only entry. */
  @Then("the access log entry has:")
  public void has(DataTable fields) {
    has(1);
    check(log.entries(1).get(0), rows.of(fields));
  }

  /** The fields of one entry. */
  @Then("access log entry {n} has:")
  public void has(int number, DataTable fields) {
    List<LogEntry> entries = log.entries(number);
    expectations.check(
        () ->
            assertThat(entries)
                .as("entries of the access log")
                .hasSizeGreaterThanOrEqualTo(number));
    check(entries.get(number - 1), rows.of(fields));
  }

  private void check(LogEntry entry, Map<String, String> fields) {
    fields.forEach(
        (name, value) ->
            expectations.check(
                () ->
                    assertThat(entry.field(name))
                        .as("%s of %s", name, entry)
                        .matches(new FieldMatch(value)::matches, "is " + value)));
  }
}
