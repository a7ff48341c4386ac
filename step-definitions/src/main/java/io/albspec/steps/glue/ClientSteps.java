package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.clock.Budgets;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.Bytes;
import io.albspec.steps.world.ClientConnection;
import io.albspec.steps.world.Clients;
import io.albspec.steps.world.Cookies;
import io.albspec.steps.world.Details;
import io.albspec.steps.world.Names;
import io.albspec.steps.world.Request;
import io.albspec.steps.world.Request.Framing;
import io.albspec.steps.world.Responses;
import io.albspec.steps.world.Sut;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Clients: what they send, and their connections. */
public final class ClientSteps {

  private final Sut sut;
  private final Clients clients;
  private final Responses responses;
  private final Cookies cookies;
  private final Names names;
  private final Rows rows;
  private final Expectations expectations;

  /** The clients of this scenario. */
  public ClientSteps(
      Sut sut,
      Clients clients,
      Responses responses,
      Cookies cookies,
      Names names,
      Rows rows,
      Expectations expectations) {
    this.sut = sut;
    this.clients = clients;
    this.responses = responses;
    this.cookies = cookies;
    this.names = names;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** Whether the connection is a new one, and over what. */
  @ParameterType("a|the|an IPv6|an HTTP/2")
  public Opening who(String text) {
    return switch (text) {
      case "a" -> clients::open;
      case "an HTTP/2" -> clients::openHttp2;
      case "the" -> (zone, host) -> clients.newest();
      default -> (zone, host) -> clients.openIpv6();
    };
  }

  /** What a step says of a request after its path. */
  @ParameterType(Details.PATTERN)
  public Details details(String text) {
    return Details.of(names.in(text));
  }

  /** How the end of a body is told. */
  @ParameterType("with their length|in chunks")
  public Framing framing(String text) {
    return text.equals("in chunks") ? Framing.CHUNKS : Framing.LENGTH;
  }

  /** Sends a request, or several. */
  @When("{who} client requests {s}{details}")
  public void requests(Opening who, String path, Details details) {
    send(who, Request.get(path).with(details), details);
  }

  /** Sends a request with further headers, or several. */
  @When("{who} client requests {s}{details} with the headers:")
  public void requests(Opening who, String path, Details details, DataTable headers) {
    send(who, Request.get(path).with(details).with(rows.bytePairs(headers)), details);
  }

  /** Sends a request with the cookies that were set before, or several. */
  @When("a returning client requests {s}{details}")
  public void returns(String path, Details details) {
    returns(Request.get(path).with(details), details);
  }

  /** Sends a request with further headers and the cookies that were set before, or several. */
  @When("a returning client requests {s}{details} with the headers:")
  public void returns(String path, Details details, DataTable headers) {
    returns(Request.get(path).with(details).with(rows.bytePairs(headers)), details);
  }

  private void returns(Request request, Details details) {
    for (int time = 0; time < details.times(); time++) {
      ClientConnection connection = clients.open(details.zone());
      send(connection, request.with(cookies.header()), details.background());
    }
  }

  private void send(Opening who, Request request, Details details) {
    for (int time = 0; time < details.times(); time++) {
      send(who.in(details), request, details.background());
    }
  }

  /** Asks for an upgrade to WebSocket. */
  @When("{who} client asks for the WebSocket {s}")
  public void asksForWebSocket(Opening who, String path) {
    send(who.in(0), Request.webSocket(path), false);
  }

  /** Asks for an upgrade to WebSocket with the cookies that were set before. */
  @When("a returning client asks for the WebSocket {s}")
  public void returnsForWebSocket(String path) {
    send(clients.open(0), Request.webSocket(path).with(cookies.header()), false);
  }

  /** Sends a body. */
  @When("{who} client uploads {n} bytes to {s} {framing}")
  public void uploads(Opening who, int size, String path, Framing framing) {
    send(who.in(0), Request.upload(path, size, framing), false);
  }

  private void send(ClientConnection connection, Request request, boolean background) {
    clients.send(connection, request);
    if (!background) {
      responses.await(connection);
    }
  }

  /** Sends these bytes. */
  @When("{who} client sends:")
  public void sends(Opening who, String text) {
    clients.send(who.in(0), Bytes.ofLines(names.in(text)));
  }

  /** Sends these bytes in pieces, each in a segment of its own. */
  @When("{who} client sends in pieces of {n} byte(s):")
  public void sendsInPieces(Opening who, int size, String text) {
    clients.sendInPieces(who.in(0), Bytes.ofLines(names.in(text)), size);
  }

  /** Sends nothing more, but goes on reading. */
  @When("the client ends its side of the connection")
  public void ends() {
    clients.newest().finish();
  }

  /** Ends its connection. */
  @When("the client closes its connection")
  public void closes() {
    clients.newest().close();
  }

  /** Opens a connection. */
  @When("a client connects to port {n}")
  public void connects(int port) {
    clients.open(0, port);
  }

  /** The balancer ends the connection. */
  @Then("the connection to the client is closed")
  public void isClosed() {
    expectations.check(
        () ->
            assertThat(sut.await().happens(Budgets.CLOSED, clients.newest()::isClosed))
                .as("the connection is closed within %s", Budgets.CLOSED)
                .isTrue());
  }

  /** The balancer leaves the connection open. */
  @Then("the connection to the client is open")
  public void isOpen() {
    expectations.check(
        () ->
            assertThat(sut.await().stays(Budgets.QUIET, () -> !clients.newest().isClosed()))
                .as("the connection stays open for %s", Budgets.QUIET)
                .isTrue());
  }

  /** Nobody listens there. */
  @Then("no client can connect to port {n}")
  public void isRefused(int port) {
    expectations.check(
        () ->
            assertThat(sut.await().happens(Budgets.CLOSED, () -> clients.noneCanConnect(port)))
                .as("connections to port %d are refused", port)
                .isTrue());
  }

  /** The listener is not served over IPv4. */
  @Then("no IPv4 client can connect")
  public void isRefusedOverIpv4() {
    expectations.check(
        () ->
            assertThat(sut.await().happens(Budgets.CLOSED, clients::noneCanConnectOverIpv4))
                .as("connections over IPv4 are refused")
                .isTrue());
  }

  /** The listener is not served over IPv6. */
  @Then("no IPv6 client can connect")
  public void isRefusedOverIpv6() {
    expectations.check(
        () ->
            assertThat(sut.await().happens(Budgets.CLOSED, clients::noneCanConnectOverIpv6))
                .as("connections over IPv6 are refused")
                .isTrue());
  }

  /** How a client comes by its connection. */
  @FunctionalInterface
  public interface Opening {

    /** The connection, for requests to a host, to the node in the zone with that number, from 0. */
    ClientConnection in(int zone, String host);

    /** The same for the usual host. */
    default ClientConnection in(int zone) {
      return in(zone, "example.com");
    }

    /** The same for a request with these details. */
    default ClientConnection in(Details details) {
      return in(details.zone(), details.host().orElse("example.com"));
    }
  }
}
