package io.albspec.steps.glue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.FieldMatch;
import io.albspec.steps.world.FleetMember;
import io.albspec.steps.world.Receipts;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Optional;

/** Request lines and headers that targets get. */
public final class ReceivedHeadSteps {

  private final Receipts receipts;
  private final Expectations expectations;

  /** What the targets of this scenario get. */
  public ReceivedHeadSteps(Receipts receipts, Expectations expectations) {
    this.receipts = receipts;
    this.expectations = expectations;
  }

  /** Exactly this request line. */
  @Then("{targets} receives the request line {s}")
  public void receivesRequestLine(List<FleetMember> targets, String line) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(receipts.newest(each).requestLine())
                  .as("request line that %s receives", each.name())
                  .isEqualTo(line));
    }
  }

  /** Exactly one header of that name, with this value. */
  @Then("{targets} receives the header {s} with the value {s}")
  public void receivesHeader(List<FleetMember> targets, String name, String value) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(receipts.newest(each).headers(name))
                  .as("header %s that %s receives", name, each.name())
                  .singleElement()
                  .matches(
                      actual -> new FieldMatch(value).matches(Optional.of(actual)), "is " + value));
    }
  }

  /** All headers of that name. */
  @Then("{targets} receives the headers {s} with the values {s}")
  public void receivesHeaders(List<FleetMember> targets, String name, String values) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(String.join(" | ", receipts.newest(each).headers(name)))
                  .as("headers %s that %s receives", name, each.name())
                  .isEqualTo(values));
    }
  }

  /** These header lines in this order, perhaps with others between them. */
  @Then("{targets} receives in this order the header lines:")
  public void receivesHeaderLines(List<FleetMember> targets, String lines) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(receipts.newest(each).headerLines())
                  .as("header lines that %s receives", each.name())
                  .containsSubsequence(lines.lines().toList()));
    }
  }

  /** No line of the head ends in anything else. */
  @Then("{targets} receives a head whose lines end in CRLF")
  public void receivesProperLines(List<FleetMember> targets) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(new String(receipts.newest(each).head(), ISO_8859_1).replace("\r\n", ""))
                  .as("head that %s receives, without its line ends", each.name())
                  .doesNotContain("\r", "\n"));
    }
  }

  /** No header of that name. */
  @Then("{targets} receives no header {s}")
  public void receivesNoHeader(List<FleetMember> targets, String name) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(receipts.newest(each).headers(name))
                  .as("header %s that %s receives", name, each.name())
                  .isEmpty());
    }
  }
}
