package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.ConnectionLog;
import io.albspec.steps.world.ConnectionLogEntry;
import io.albspec.steps.world.FieldMatch;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.List;

/** Connection logs. */
public final class ConnectionLogSteps {

  private final ConnectionLog log;
  private final Rows rows;
  private final Expectations expectations;

  /** The connection log of this scenario. */
  public ConnectionLogSteps(ConnectionLog log, Rows rows, Expectations expectations) {
    this.log = log;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** Turns them on. */
  @Given("connection logs are enabled")
  public void enabled() {
    log.enable("");
  }

  /** Turns them on, below a prefix of the bucket. */
  @Given("connection logs are enabled with the prefix {s}")
  public void enabled(String prefix) {
    log.enable(prefix);
  }

  /** So many files, after the next publication. */
  @Then("the bucket has {n} connection log file(s)")
  public void hasFiles(int files) {
    expectations.check(
        () -> assertThat(log.files(files)).as("connection log files").hasSize(files));
  }

  /** So many entries, after the next publication. */
  @Then("the connection log has {n} entry/entries")
  public void has(int entries) {
    expectations.check(
        () ->
            assertThat(log.entries(entries)).as("entries of the connection log").hasSize(entries));
  }

  /** The fields of the only entry. */
  @Then("the connection log entry has:")
  public void has(DataTable fields) {
    has(1);
    check(log.entries(1).get(0), fields);
  }

  /** The fields of one entry. */
  @Then("connection log entry {n} has:")
  public void has(int number, DataTable fields) {
    List<ConnectionLogEntry> entries = log.entries(number);
    expectations.check(
        () ->
            assertThat(entries)
                .as("entries of the connection log")
                .hasSizeGreaterThanOrEqualTo(number));
    check(entries.get(number - 1), fields);
  }

  private void check(ConnectionLogEntry entry, DataTable fields) {
    rows.of(fields)
        .forEach(
            (name, value) ->
                expectations.check(
                    () ->
                        assertThat(entry.field(name))
                            .as("%s of %s", name, entry)
                            .matches(new FieldMatch(value)::matches, "is " + value)));
  }
}
