package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.http2.ErrorCode;
import io.albspec.fixtures.http2.Field;
import io.albspec.fixtures.http2.FrameBehaviour;
import io.albspec.fixtures.http2.FrameRequest;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.FrameTargets;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Map;

/** Targets that speak HTTP/2 frame by frame. */
public final class FrameTargetSteps {

  private static final int TOO_LONG = 40_000;

  private final FrameTargets targets;
  private final Rows rows;
  private final Expectations expectations;

  /** Those of this scenario. */
  public FrameTargetSteps(FrameTargets targets, Rows rows, Expectations expectations) {
    this.targets = targets;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** A group of them. */
  @Given("a target group {s} with {n} HTTP\\/2 target(s)")
  public void group(String name, int count) {
    targets.create(name, count, Map.of());
  }

  /** The same with settings. */
  @Given("a target group {s} with {n} HTTP\\/2 target(s) and the settings:")
  public void group(String name, int count, DataTable settings) {
    targets.create(name, count, rows.of(settings));
  }

  /** Answers in a way that has a name. */
  @Given("HTTP\\/2 target {s} answers with {s}")
  public void answers(String target, String kind) {
    targets.target(target).answer(behaviour(target, kind));
  }

  /** Answers health checks with a status. */
  @Given("HTTP\\/2 target {s} answers health checks with status {n}")
  public void answersHealthChecks(String target, int status) {
    targets.target(target).answerHealthChecks(FrameBehaviour.status(status, target));
  }

  /** Says nothing to health checks. */
  @Given("HTTP\\/2 target {s} answers no health checks")
  public void answersNoHealthChecks(String target) {
    targets.target(target).answerHealthChecks(FrameBehaviour.silence());
  }

  /** Does not choose HTTP/2 by ALPN. */
  @Given("HTTP\\/2 target {s} does not choose HTTP\\/2")
  public void choosesNothing(String target) {
    targets.target(target).chooseNothing();
  }

  private static FrameBehaviour behaviour(String name, String kind) {
    return switch (kind) {
      case "trailers" -> FrameBehaviour.trailers(name, Field.list("x-checksum", "42"));
      case "a head alone" -> FrameBehaviour.head(Field.list(":status", "204"));
      case "a head without a status" -> FrameBehaviour.head(Field.list("x-status", "200"));
      case "a head with connection fields" ->
          FrameBehaviour.head(Field.list(":status", "200", "connection", "close"));
      case "a head of 40000 bytes" -> FrameBehaviour.longHead(TOO_LONG);
      case "RST_STREAM" -> FrameBehaviour.reset(ErrorCode.INTERNAL_ERROR);
      case "REFUSED_STREAM" -> FrameBehaviour.reset(ErrorCode.REFUSED_STREAM);
      case "half a body and RST_STREAM" -> FrameBehaviour.half(ErrorCode.INTERNAL_ERROR);
      case "GOAWAY without a look at the first request" ->
          FrameBehaviour.goAwayOnce(FrameBehaviour.status(200, name));
      case "nothing" -> FrameBehaviour.silence();
      default -> throw new IllegalArgumentException("nobody answers with " + kind);
    };
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
          assertThat(requests(target)).hasSize(count);
          assertThat(requests(target).stream().map(FrameRequest::connection).distinct())
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
