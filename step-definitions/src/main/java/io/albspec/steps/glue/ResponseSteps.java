package io.albspec.steps.glue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.client.Response;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.Answering;
import io.albspec.steps.world.FieldMatch;
import io.albspec.steps.world.Listeners;
import io.albspec.steps.world.Payload;
import io.albspec.steps.world.Responses;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;

/** What clients get. */
public final class ResponseSteps {

  private static final String THE = "the response";
  private static final int DEFAULT_STATUS = 404;

  private final Responses responses;
  private final Answering answering;
  private final Expectations expectations;

  /** The responses of this scenario. */
  public ResponseSteps(Responses responses, Answering answering, Expectations expectations) {
    this.responses = responses;
    this.answering = answering;
    this.expectations = expectations;
  }

  /** A number of a response on the newest connection, or the newest one. */
  public record Which(Optional<Integer> number) {}

  /** Which response. */
  @ParameterType("the response|response \\d+")
  public Which response(String text) {
    return new Which(
        text.equals(THE)
            ? Optional.empty()
            : Optional.of(Integer.valueOf(text.substring("response ".length()))));
  }

  /** Its status. */
  @Then("{response} has the status {n}")
  public void hasStatus(Which which, int status) {
    expectations.check(() -> assertThat(get(which).status()).as("status").isEqualTo(status));
  }

  /** One of two statuses. */
  @Then("{response} has the status {n} or {n}")
  public void hasStatus(Which which, int one, int other) {
    expectations.check(() -> assertThat(get(which).status()).as("status").isIn(one, other));
  }

  /** The connection ends before the response does, so no client takes it for complete. */
  @Then("the response is cut off")
  public void isCutOff() {
    expectations.check(
        () ->
            assertThat(responses.isCutOff())
                .as("the connection is closed in the middle of the response")
                .isTrue());
  }

  /** Exactly these bytes after the responses. */
  @Then("the client receives the bytes {s}")
  public void receivesBytes(String bytes) {
    expectations.check(
        () ->
            assertThat(responses.bytesFollow(bytes.getBytes(ISO_8859_1)))
                .as("after its responses the client receives the bytes %s", bytes)
                .isTrue());
  }

  /** Who answered. */
  @Then("{response} comes from {s}")
  public void comesFrom(Which which, String groupOrTarget) {
    expectations.check(
        () ->
            assertThat(get(which))
                .as("the response comes from %s", groupOrTarget)
                .matches(
                    response ->
                        answering.isBy(groupOrTarget, response, responses.target(which.number())),
                    "is answered by a target of that name"));
  }

  /** The fixed response that listeners have by default answered. */
  @Then("{response} comes from the default action")
  public void comesFromDefaultAction(Which which) {
    expectations.check(
        () -> {
          assertThat(get(which).status()).as("status").isEqualTo(DEFAULT_STATUS);
          assertThat(body(which)).as("body").isEqualTo(Listeners.DEFAULT_BODY);
        });
  }

  /** Exactly one header of that name, with that value. */
  @Then("{response} has the header {s} with the value {s}")
  public void hasHeader(Which which, String name, String value) {
    expectations.check(
        () ->
            assertThat(get(which).headers(name))
                .as("header %s", name)
                .singleElement()
                .matches(
                    actual -> new FieldMatch(value).matches(Optional.of(actual)), "is " + value));
  }

  /** These header lines in this order, perhaps with others between them. */
  @Then("{response} has in this order the header lines:")
  public void hasHeaderLines(Which which, String lines) {
    expectations.check(
        () ->
            assertThat(get(which).headerLines())
                .as("header lines")
                .containsSubsequence(lines.lines().toList()));
  }

  /** No header of that name. */
  @Then("{response} has no header {s}")
  public void hasNoHeader(Which which, String name) {
    expectations.check(() -> assertThat(get(which).headers(name)).as("header %s", name).isEmpty());
  }

  /** Its body. */
  @Then("{response} has the body {s}")
  public void hasBody(Which which, String body) {
    expectations.check(() -> assertThat(body(which)).as("body").isEqualTo(body));
  }

  /** Not one byte of a body. */
  @Then("{response} has no body")
  public void hasNoBody(Which which) {
    expectations.check(
        () -> {
          assertThat(body(which)).as("body").isEmpty();
          assertThat(responses.strayBytes(which.number())).as("bytes after the head").isZero();
        });
  }

  /** The bytes the target sent, so many. */
  @Then("{response} has a body of {n} bytes")
  public void hasBody(Which which, int size) {
    expectations.check(
        () -> {
          byte[] body = get(which).body();
          assertThat(body.length).as("size of the body").isEqualTo(size);
          assertThat(body).as("the body is that of the target").isEqualTo(Payload.ofSize(size));
        });
  }

  /** A 1xx before any final response. */
  @Then("the client receives an interim response with the status {n}")
  public void receivesInterim(int status) {
    expectations.check(
        () ->
            assertThat(responses.interim(status))
                .as("an interim response with the status %d came", status)
                .isTrue());
  }

  /** So many, whichever connections they come on. */
  @When("{n} response(s) has/have come")
  public void haveCome(int count) {
    if (!responses.haveCome(count)) {
      throw new AssertionError("%d responses have not come".formatted(count));
    }
  }

  /** Nothing yet. */
  @Then("no response has come yet")
  public void noneHasCome() {
    expectations.check(
        () -> assertThat(responses.noneHasCome()).as("no response has come").isTrue());
  }

  private Response get(Which which) {
    return responses.get(which.number());
  }

  private String body(Which which) {
    return new String(get(which).body(), ISO_8859_1);
  }
}
