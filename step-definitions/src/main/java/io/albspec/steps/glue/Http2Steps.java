package io.albspec.steps.glue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.albspec.fixtures.http2.Field;
import io.albspec.fixtures.http2.GoAway;
import io.albspec.fixtures.http2.Http2Response;
import io.albspec.steps.glue.ClientSteps.Opening;
import io.albspec.steps.glue.ResponseSteps.Which;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.Clients;
import io.albspec.steps.world.Frames;
import io.albspec.steps.world.Request;
import io.albspec.steps.world.Responses;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;

/** What only clients that speak HTTP/2 do and see: fields, streams and frames. */
public final class Http2Steps {

  private final Clients clients;
  private final Frames frames;
  private final Responses responses;
  private final Rows rows;
  private final Expectations expectations;

  /** The clients of this scenario. */
  public Http2Steps(
      Clients clients, Frames frames, Responses responses, Rows rows, Expectations expectations) {
    this.clients = clients;
    this.frames = frames;
    this.responses = responses;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** Opens a connection. */
  @When("an HTTP\\/2 client connects")
  public void connects() {
    frames.open();
  }

  /** Sends exactly these fields, the pseudo headers among them. */
  @When("{who} client sends a request with the fields:")
  public void sendsFields(Opening who, DataTable table) {
    frames.request(who.in(0), fields(table), Optional.empty());
  }

  /** The same with a body. */
  @When("{who} client sends a request with the fields and the body {s}:")
  public void sendsFields(Opening who, String body, DataTable table) {
    frames.request(who.in(0), fields(table), Optional.of(body.getBytes(ISO_8859_1)));
  }

  private List<Field> fields(DataTable table) {
    return rows.bytePairs(table).stream()
        .map(each -> new Field(each.getKey(), each.getValue()))
        .toList();
  }

  /** A head that is much larger than its frames. */
  @When("the client requests {s} with a header of {n} bytes and {n} references to it")
  public void requestsReferring(String path, int bytes, int references) {
    frames.requestReferring(path, bytes, references);
  }

  /** Resets the stream of its newest request. */
  @When("the client takes its request back")
  public void takesBack() {
    frames.takeBack();
  }

  /** Requests with small windows. */
  @When("an HTTP\\/2 client that takes no more than {n} bytes requests {s}")
  public void requestsLimited(int bytes, String path) {
    frames.open();
    frames.limit(bytes);
    clients.send(clients.newest(), Request.get(path));
  }

  /** A part of a response. */
  @When("{n} bytes of {response} have come")
  public void haveCome(int bytes, Which which) {
    if (!frames.haveCome(bytes, responses.number(which.number()))) {
      throw new AssertionError("%d bytes have not come".formatted(bytes));
    }
  }

  /** Changes the windows of all streams. */
  @When("the client makes its windows {n} bytes large")
  public void limits(int bytes) {
    frames.limit(bytes);
  }

  /** Has room for everything. */
  @When("the client takes all that comes")
  public void takesAll() {
    frames.takeAll();
  }

  /** Sends frames of one kind, as many as go. */
  @When("the client sends {n} frames of the kind {s}")
  public void floods(int count, String kind) {
    frames.flood(kind, count);
  }

  /** The balancer resets a stream. */
  @Then("the stream of {response} is reset with {s}")
  public void isReset(Which which, String reason) {
    expectations.check(
        () ->
            assertThat(frames.resetReason(responses.number(which.number())))
                .as("why the stream is reset")
                .contains(reason));
  }

  /** The balancer announces the end. */
  @Then("the client receives GOAWAY with {s}")
  public void receivesGoAway(String reason) {
    expectations.check(
        () ->
            assertThat(frames.goAway().map(GoAway::reason))
                .as("why it goes away")
                .contains(reason));
  }

  /** The same, and which request is the last one that it takes. */
  @Then("the client receives GOAWAY with {s} and the last request {n}")
  public void receivesGoAway(String reason, int last) {
    expectations.check(
        () ->
            assertThat(frames.goAway())
                .as("how it goes away")
                .contains(new GoAway(2 * last - 1, reason)));
  }

  /** The balancer announces no end. */
  @Then("the client receives no GOAWAY")
  public void receivesNoGoAway() {
    expectations.check(() -> assertThat(frames.noGoAway()).as("no GOAWAY comes").isTrue());
  }

  /** The balancer ends the connection in order. */
  @Then("the connection to the client is closed with FIN")
  public void isFinished() {
    expectations.check(
        () -> assertThat(frames.isFinished()).as("the connection is closed with FIN").isTrue());
  }

  /** What the balancer lets the client do. */
  @Then("the client receives the setting {s} with the value {n}")
  public void receivesSetting(String name, int value) {
    expectations.check(
        () -> assertThat(frames.setting(name)).as("setting %s", name).contains(value));
  }

  /** Nothing comes that was not asked for. */
  @Then("nothing is pushed to the client")
  public void nothingIsPushed() {
    expectations.check(() -> assertThat(frames.isPushed()).as("there is a PUSH_PROMISE").isFalse());
  }

  /** A field behind the body. */
  @Then("{response} has the trailer {s} with the value {s}")
  public void hasTrailer(Which which, String name, String value) {
    expectations.check(
        () ->
            assertThat(responses.get(which.number()))
                .asInstanceOf(type(Http2Response.class))
                .extracting(Http2Response::trailers, list(Field.class))
                .containsOnlyOnce(new Field(name, value)));
  }
}
