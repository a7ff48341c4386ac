package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.api.Answer.Result;
import io.albspec.steps.api.Members;
import io.albspec.steps.clock.Budgets;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.Calls;
import io.albspec.steps.world.Names;
import io.albspec.steps.world.Sut;
import io.albspec.steps.world.ZonalTargets;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Zones: the targets in them, and the traffic that is shifted away from them. */
public final class ZoneSteps {

  private static final String STATUS = "items[zonalShiftId=%s].status";

  private final Sut sut;
  private final Calls calls;
  private final ZonalTargets targets;
  private final Names names;
  private final Rows rows;
  private final Expectations expectations;

  /** The zones of this scenario's load balancers. */
  public ZoneSteps(
      Sut sut,
      Calls calls,
      ZonalTargets targets,
      Names names,
      Rows rows,
      Expectations expectations) {
    this.sut = sut;
    this.calls = calls;
    this.targets = targets;
    this.names = names;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** A zone, by its letter. */
  @ParameterType("zone ([ab])")
  public String zone(String letter) {
    return letter;
  }

  /** A group with targets in two zones. */
  @Given("a target group {s} with {n} target(s) in zone a and {n} in zone b")
  public void group(String name, int inA, int inB) {
    targets.create(name, List.of(inA, inB), Map.of());
  }

  /** The same, with settings of its own. */
  @Given("a target group {s} with {n} target(s) in zone a and {n} in zone b and the settings:")
  public void group(String name, int inA, int inB, DataTable settings) {
    targets.create(name, List.of(inA, inB), rows.of(settings));
  }

  /** Starts a target in a zone and registers it. */
  @When("target {s} in {zone} is registered with {s}")
  public void registered(String target, String zone, String group) {
    targets.register(group, target, zone.charAt(0) - 'a');
  }

  /** Starts a zonal shift. */
  @When("traffic is shifted away from {zone} for {s}")
  public void isShifted(String zone, String length) {
    calls.require(
        "StartZonalShift",
        new Members()
            .with("resourceIdentifier", names.in("<load-balancer-arn>"))
            .with("awayFrom", names.in("<zone-" + zone + "-id>"))
            .with("expiresIn", length)
            .with("comment", "by a scenario"));
  }

  /** Cancels the zonal shift. */
  @When("the zonal shift is cancelled")
  public void isCancelled() {
    calls.require(
        "CancelZonalShift", new Members().with("zonalShiftId", names.in("<zonal-shift-id>")));
  }

  /** The zonal shift has a status, soon. */
  @Then("the zonal shift is {s}")
  public void hasStatus(String status) {
    String path = STATUS.formatted(names.in("<zonal-shift-id>"));
    AtomicReference<String> seen = new AtomicReference<>("");
    expectations.check(
        () -> {
          sut.await()
              .happens(
                  Budgets.CLOSED,
                  () -> {
                    Result all = calls.require("ListZonalShifts", new Members());
                    seen.set(all.at(path).orElse("(absent)"));
                    return seen.get().equals(status);
                  });
          assertThat(seen.get()).as("status of the zonal shift").isEqualTo(status);
        });
  }
}
