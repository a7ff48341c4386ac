package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.AccessLog;
import io.albspec.steps.world.FieldMatch;
import io.albspec.steps.world.LogEntry;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Access logs. */
public final class AccessLogSteps {

  private static final Duration A_SECOND = Duration.ofSeconds(1);

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
    log.enable("");
  }

  /** Turns them on, below a prefix of the bucket. */
  @Given("access logs are enabled with the prefix {s}")
  public void enabled(String prefix) {
    log.enable(prefix);
  }

  /** A file in the bucket, after the next publication. */
  @Then("the bucket has the file {s}")
  public void hasFile(String path) {
    expectations.check(
        () -> assertThat(log.hasFile(path)).as("the bucket has the file %s", path).isTrue());
  }

  /** So many log files, after the next publication. */
  @Then("the bucket has {n} log file(s)")
  public void hasFiles(int files) {
    expectations.check(() -> assertThat(log.logFiles(files)).as("log files").hasSize(files));
  }

  /** Every entry is in the file of its five minutes. */
  @Then("each log file covers the five minutes before its end time")
  public void coverIntervals() {
    expectations.check(
        () -> assertThat(log.misplaced()).as("entries in the file of other minutes").isEmpty());
  }

  /** How long the request, or the connection, lasted. */
  @Then("the access log entry has a time {n} s after its request_creation_time")
  public void lasted(int seconds) {
    has(1);
    LogEntry entry = log.entries(1).get(0);
    expectations.check(
        () ->
            assertThat(Duration.between(entry.requestCreationTime(), entry.time()))
                .as("from request_creation_time to time in %s", entry)
                .isCloseTo(Duration.ofSeconds(seconds), A_SECOND));
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
