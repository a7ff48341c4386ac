package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.grpc.GrpcCall;
import io.albspec.fixtures.grpc.GrpcServer;
import io.albspec.fixtures.grpc.ReceivedCall;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.GrpcClients;
import io.albspec.steps.world.GrpcTargets;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** gRPC: calls of real clients, and what real servers make of them. */
public final class GrpcSteps {

  private static final Duration WAIT = Duration.ofSeconds(10);

  private final GrpcTargets targets;
  private final GrpcClients clients;
  private final Rows rows;
  private final Expectations expectations;

  /** Those of this scenario. */
  public GrpcSteps(GrpcTargets targets, GrpcClients clients, Rows rows, Expectations expectations) {
    this.targets = targets;
    this.clients = clients;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** Whether a client is a new one. */
  @ParameterType("a|the")
  public boolean grpcClient(String article) {
    return article.equals("a");
  }

  /** A group of servers. */
  @Given("a target group {s} with {n} gRPC target(s)")
  public void group(String name, int count) {
    targets.create(name, count, Map.of());
  }

  /** The same with settings. */
  @Given("a target group {s} with {n} gRPC target(s) and the settings:")
  public void group(String name, int count, DataTable settings) {
    targets.create(name, count, rows.of(settings));
  }

  /** A method for health checks. */
  @Given("gRPC target {s} ends the method {s} with the status {n}")
  public void health(String target, String method, int status) {
    targets.server(target).health(method.substring(1), status);
  }

  /** Sends GOAWAY. */
  @When("gRPC target {s} takes no more calls")
  public void leaves(String target) {
    targets.server(target).leave();
  }

  /** One message there, and whatever comes back. */
  @When("{grpcClient} gRPC client calls {s} with the message {s}")
  public void calls(boolean fresh, String method, String message) {
    clients.call(fresh, method, Optional.empty()).send(message).end();
    ended();
  }

  /** A long one. */
  @When("{grpcClient} gRPC client calls {s} with a message of {n} bytes")
  public void callsWithLong(boolean fresh, String method, int bytes) {
    clients.call(fresh, method, Optional.empty()).send("x".repeat(bytes)).end();
    ended();
  }

  /** One that does not wait for ever. */
  @When("{grpcClient} gRPC client calls {s} with a deadline of {n} ms")
  public void callsWithDeadline(boolean fresh, String method, int millis) {
    clients.call(fresh, method, Optional.of(Duration.ofMillis(millis))).send("").end();
  }

  /** Several, one after the other. */
  @When("{grpcClient} gRPC client calls {s} {n} times")
  public void callsOften(boolean fresh, String method, int times) {
    for (int i = 0; i < times; i++) {
      calls(fresh && i == 0, method, "");
    }
  }

  /** A call whose messages follow. */
  @When("{grpcClient} gRPC client begins the call {s}")
  public void begins(boolean fresh, String method) {
    clients.call(fresh, method, Optional.empty());
  }

  /** One more message. */
  @When("the gRPC client sends the message {s}")
  public void sends(String message) {
    clients.newest().send(message);
  }

  /** No more messages. */
  @When("the gRPC client sends no more messages")
  public void ends() {
    clients.newest().end();
  }

  /** Takes the call back. */
  @When("the gRPC client cancels the call")
  public void cancels() {
    clients.newest().cancel();
  }

  private boolean await(Predicate<GrpcCall> wanted) {
    try {
      return clients.newest().await(wanted, WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean await(String target, Predicate<GrpcServer> wanted) {
    try {
      return targets.server(target).await(wanted, WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean ended() {
    return await(call -> call.status().isPresent());
  }

  /** All messages so far. */
  @Then("the gRPC client receives the message(s) {s}")
  public void receives(String messages) {
    List<String> wanted = List.of(messages.split(", ", -1));
    expectations.check(
        () -> {
          await(call -> call.messages().size() >= wanted.size());
          assertThat(clients.newest().messages()).as(this::state).isEqualTo(wanted);
        });
  }

  private String state() {
    return "messages; the call: " + clients.newest().status() + " " + clients.newest().reason();
  }

  /** A long one. */
  @Then("the gRPC client receives a message of {n} bytes")
  public void receivesLong(int bytes) {
    expectations.check(
        () ->
            assertThat(clients.newest().messages())
                .as(this::state)
                .singleElement()
                .isEqualTo("x".repeat(bytes)));
  }

  /** How it ends. */
  @Then("the call ends with the status {s}")
  public void endsWith(String status) {
    expectations.check(
        () -> {
          ended();
          assertThat(clients.newest().status())
              .as(() -> "status: " + clients.newest().reason())
              .contains(status);
        });
  }

  /** How it ends, and why. */
  @Then("the call ends with the status {s} and a reason that contains {s}")
  public void endsWith(String status, String reason) {
    endsWith(status);
    expectations.check(() -> assertThat(clients.newest().reason()).contains(reason));
  }

  /** It goes on. */
  @Then("the call goes on")
  public void goesOn() {
    expectations.check(() -> assertThat(clients.newest().status()).isEmpty());
  }

  /** How many calls a server has received. */
  @Then("gRPC target {s} receives {n} call(s)")
  public void receivesCalls(String target, int count) {
    expectations.check(
        () -> {
          await(target, server -> server.calls().size() >= count);
          assertThat(targets.server(target).calls()).hasSize(count);
        });
  }

  private ReceivedCall newest(String target) {
    await(target, server -> !server.calls().isEmpty());
    List<ReceivedCall> all = targets.server(target).calls();
    assertThat(all).as("calls of " + target).isNotEmpty();
    return all.get(all.size() - 1);
  }

  /** The messages that have come with the newest call. */
  @Then("gRPC target {s} receives the message(s) {s}")
  public void targetReceives(String target, String messages) {
    List<String> wanted = List.of(messages.split(", ", -1));
    expectations.check(
        () -> {
          await(
              target,
              server ->
                  server.calls().stream()
                      .anyMatch(call -> call.messages().size() >= wanted.size()));
          assertThat(newest(target).messages()).isEqualTo(wanted);
        });
  }

  /** A header of the newest call. */
  @Then("gRPC target {s} receives the header {s} with the value {s}")
  public void targetReceivesHeader(String target, String name, String value) {
    expectations.check(() -> assertThat(newest(target).header(name)).contains(value));
  }

  /** The newest call is taken back. */
  @Then("gRPC target {s} learns that the call is cancelled")
  public void targetIsCancelled(String target) {
    expectations.check(
        () -> {
          await(target, server -> server.calls().stream().anyMatch(ReceivedCall::isCancelled));
          assertThat(newest(target).isCancelled()).isTrue();
        });
  }

  /** Health checks are calls. */
  @Then("gRPC target {s} receives health checks as calls of {s}")
  public void isChecked(String target, String method) {
    expectations.check(
        () -> {
          await(target, server -> !server.healthChecks().isEmpty());
          assertThat(targets.server(target).healthChecks())
              .isNotEmpty()
              .allSatisfy(
                  check -> {
                    assertThat("/" + check.method()).isEqualTo(method);
                    assertThat(check.header("user-agent").orElse(""))
                        .startsWith("ELB-HealthChecker/2.0");
                  });
        });
  }
}
