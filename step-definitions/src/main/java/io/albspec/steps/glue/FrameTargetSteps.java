package io.albspec.steps.glue;

import io.albspec.fixtures.http2.ErrorCode;
import io.albspec.fixtures.http2.Field;
import io.albspec.fixtures.http2.FrameBehaviour;
import io.albspec.steps.world.FrameTargets;
import io.albspec.steps.world.Payload;
import io.albspec.steps.world.PortTargets;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.util.Map;

/** Targets that speak HTTP/2 frame by frame, and how they treat requests. */
public final class FrameTargetSteps {

  private static final int OK = 200;
  private static final int TOO_LONG = 40_000;

  private final FrameTargets targets;
  private final PortTargets ports;
  private final Rows rows;

  /** Those of this scenario. */
  public FrameTargetSteps(FrameTargets targets, PortTargets ports, Rows rows) {
    this.targets = targets;
    this.ports = ports;
    this.rows = rows;
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

  /** Lets so many requests be in progress on each of its connections. */
  @Given("HTTP\\/2 target {s} allows {n} stream(s) on a connection")
  public void allowsStreams(String target, int most) {
    targets.target(target).allowStreams(most);
  }

  /** Says nothing on connections that begin from now on. */
  @Given("HTTP\\/2 target {s} keeps its settings back")
  public void keepsSettings(String target) {
    targets.target(target).keepSettings();
  }

  /** Says what it kept back. */
  @When("HTTP\\/2 target {s} sends its settings")
  public void sendsSettings(String target) throws IOException {
    targets.target(target).sendSettings();
  }

  /** Answers as usual, and with a cookie. */
  @Given("HTTP\\/2 target {s} sets the cookie {s}")
  public void setsCookie(String target, String cookie) {
    targets.target(target).answer(FrameBehaviour.cookie(cookie, target));
  }

  /** Answers with a body. */
  @Given("HTTP\\/2 target {s} answers with a body of {n} bytes")
  public void answersWithBody(String target, int size) {
    targets.target(target).answer(FrameBehaviour.body(Payload.ofSize(size)));
  }

  /** Keeps requests. */
  @Given("HTTP\\/2 target {s} holds its answers")
  public void holds(String target) {
    targets.hold(target);
  }

  /** Answers what it kept. */
  @When("HTTP\\/2 target {s} releases its answers")
  public void releases(String target) {
    targets.release(target);
  }

  /** Ends the connections it has. */
  @When("HTTP\\/2 target {s} closes its connections")
  public void closesConnections(String target) {
    targets.target(target).leave();
  }

  /** Deregisters it, or one that speaks gRPC. */
  @When("HTTP\\/2/gRPC target {s} is deregistered")
  public void isDeregistered(String target) {
    ports.deregister(target);
  }

  private static FrameBehaviour behaviour(String name, String kind) {
    FrameBehaviour usual = FrameBehaviour.status(OK, name);
    return switch (kind) {
      case "trailers" -> FrameBehaviour.trailers(name, Field.list("x-checksum", "42"));
      case "a head alone" -> FrameBehaviour.head(Field.list(":status", "204"));
      case "a head without a status" -> FrameBehaviour.head(Field.list("x-status", "200"));
      case "a head with connection fields" ->
          FrameBehaviour.head(Field.list(":status", "200", "connection", "close"));
      case "a head of 40000 bytes" -> FrameBehaviour.longHead(TOO_LONG);
      case "RST_STREAM" -> FrameBehaviour.reset(ErrorCode.INTERNAL_ERROR);
      case "REFUSED_STREAM" -> FrameBehaviour.reset(ErrorCode.REFUSED_STREAM);
      case "REFUSED_STREAM to the first request" ->
          FrameBehaviour.once(FrameBehaviour.reset(ErrorCode.REFUSED_STREAM), usual);
      case "the end of the connection" -> FrameBehaviour.end();
      case "half a body and RST_STREAM" -> FrameBehaviour.half(ErrorCode.INTERNAL_ERROR);
      case "GOAWAY without a look at the first request" ->
          FrameBehaviour.once(FrameBehaviour.goAway(), usual);
      case "nothing" -> FrameBehaviour.silence();
      default -> throw new IllegalArgumentException("nobody answers with " + kind);
    };
  }
}
