package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.FleetMember;
import io.albspec.steps.world.Receipts;
import io.albspec.steps.world.Sut;
import io.albspec.steps.world.TraceId;
import io.cucumber.java.en.Then;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Trace identifiers that targets get. */
public final class TraceSteps {

  private static final Duration TOLERANCE = Duration.ofSeconds(30);

  private final Sut sut;
  private final Receipts receipts;
  private final Expectations expectations;

  /** What the targets of this scenario get. */
  public TraceSteps(Sut sut, Receipts receipts, Expectations expectations) {
    this.sut = sut;
    this.receipts = receipts;
    this.expectations = expectations;
  }

  /** Its first field was made when the request came. */
  @Then("{targets} receives a trace identifier with the time of the request")
  public void hasTime(List<FleetMember> targets) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(Duration.between(TraceId.of(receipts.newest(each)).time(), now()).abs())
                  .as("time between the trace identifier and its request")
                  .isLessThan(TOLERANCE));
    }
  }

  /** No two requests have the same one. */
  @Then("{targets} receives a trace identifier of its own with each request")
  public void differ(List<FleetMember> targets) {
    for (FleetMember each : targets) {
      expectations.check(
          () ->
              assertThat(each.requests().stream().map(TraceId::of).toList())
                  .as("trace identifiers that %s receives", each.name())
                  .hasSizeGreaterThan(1)
                  .doesNotHaveDuplicates());
    }
  }

  private Instant now() {
    return sut.clock().now();
  }
}
