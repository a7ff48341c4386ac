package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.http2.FrameRequest;
import io.albspec.steps.clock.Budgets;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.FrameTargets;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** What targets get that speak HTTP/2 frame by frame. */
public final class FrameReceivedSteps {

  private final FrameTargets targets;
  private final Rows rows;
  private final Expectations expectations;

  /** Those of this scenario. */
  public FrameReceivedSteps(FrameTargets targets, Rows rows, Expectations expectations) {
    this.targets = targets;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** Waits until it has received so many. */
  @When("HTTP\\/2 target {s} has received {n} request(s)")
  public void hasReceived(String target, int count) {
    assertThat(targets.comes(target, count))
        .as("%s receives %d requests within %s", target, count, Budgets.REQUEST)
        .isTrue();
  }

  private List<FrameRequest> requests(String target) {
    return targets.target(target).requests();
  }

  private FrameRequest newest(String target) {
    List<FrameRequest> all = requests(target);
    assertThat(all).as("requests of " + target).isNotEmpty();
    return all.get(all.size() - 1);
  }

  /** How many requests, on how many connections. */
  @Then("HTTP\\/2 target {s} receives {n} request(s) on {n} connection(s)")
  public void receives(String target, int count, int connections) {
    expectations.check(
        () -> {
          List<FrameRequest> received = targets.requests(target, count);
          assertThat(received).hasSize(count);
          assertThat(received.stream().map(FrameRequest::connection).distinct())
              .hasSize(connections);
        });
  }

  /** Fields of the newest request, the pseudo headers among them. */
  @Then("HTTP\\/2 target {s} receives the fields:")
  public void receivesFields(String target, DataTable fields) {
    expectations.check(
        () ->
            rows.of(fields)
                .forEach(
                    (name, value) ->
                        assertThat(newest(target).field(name)).as(name).contains(value)));
  }

  /** The body of the newest request. */
  @Then("HTTP\\/2 target {s} receives the body {s}")
  public void receivesBody(String target, String body) {
    expectations.check(() -> assertThat(newest(target).body()).isEqualTo(body));
  }

  /** The length of the body of the newest request. */
  @Then("HTTP\\/2 target {s} receives a body of {n} bytes")
  public void receivesBody(String target, int bytes) {
    expectations.check(() -> assertThat(newest(target).body()).hasSize(bytes));
  }

  /** Health checks are requests of HTTP/2. */
  @Then("HTTP\\/2 target {s} receives health checks for {s}")
  public void isChecked(String target, String path) {
    expectations.check(
        () ->
            assertThat(targets.target(target).healthChecks())
                .isNotEmpty()
                .allSatisfy(
                    check -> {
                      assertThat(check.field(":method")).contains("GET");
                      assertThat(check.field(":path")).contains(path);
                    }));
  }
}
