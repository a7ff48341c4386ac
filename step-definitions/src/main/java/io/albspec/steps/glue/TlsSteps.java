package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.tls.HelloBytes;
import io.albspec.fixtures.tls.TlsClient;
import io.albspec.fixtures.tls.TlsLayer;
import io.albspec.fixtures.tls.TlsOffer;
import io.albspec.steps.clock.Budgets;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.Certificates;
import io.albspec.steps.world.ClientCertificates;
import io.albspec.steps.world.ClientConnection;
import io.albspec.steps.world.Clients;
import io.albspec.steps.world.Request;
import io.albspec.steps.world.Responses;
import io.albspec.steps.world.Sut;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;

/** Handshakes: what clients offer, and what comes of it. */
public final class TlsSteps {

  private static final String HOST = "example.com";
  private static final String MODERN = "TLSv1.2, TLSv1.3";

  private final Clients clients;
  private final Certificates certificates;
  private final ClientCertificates clientCertificates;
  private final Responses responses;
  private final Sut sut;
  private final Rows rows;
  private final Expectations expectations;
  private TlsClient returning = new TlsClient();

  /** The handshakes of this scenario. */
  public TlsSteps(
      Clients clients,
      Certificates certificates,
      ClientCertificates clientCertificates,
      Responses responses,
      Sut sut,
      Rows rows,
      Expectations expectations) {
    this.clientCertificates = clientCertificates;
    this.responses = responses;
    this.sut = sut;
    this.clients = clients;
    this.certificates = certificates;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** Connects with what today's clients offer. */
  @When("a client connects over TLS")
  public void connects() {
    connects(Map.of());
  }

  /** Connects with an offer; it knows no session. */
  @When("a client connects over TLS with:")
  public void connects(DataTable offer) {
    connects(rows.of(offer));
  }

  /** The same with the first message cut into records of a size. */
  @When("a client connects over TLS with its hello in records of {n} byte(s):")
  public void connectsInRecords(int size, DataTable offer) {
    clients.open(
        new TlsClient(), offer(rows.of(offer)), hello -> HelloBytes.inRecords(hello.get(0), size));
  }

  /** The same with it cut into segments. */
  @When("a client connects over TLS with its hello in segments of {n} byte(s):")
  public void connectsInSegments(int size, DataTable offer) {
    clients.open(
        new TlsClient(), offer(rows.of(offer)), hello -> HelloBytes.inPieces(hello.get(0), size));
  }

  /** Renegotiation. */
  @When("the client asks for a new handshake")
  public void renegotiates() {
    clients.newest().renegotiate();
  }

  private void connects(Map<String, String> offer) {
    returning = new TlsClient();
    clients.open(returning, offer(offer));
  }

  /** Connects with a certificate and an offer. */
  @When("a client with the certificate {s} connects over TLS with:")
  public void connects(String certificate, DataTable offer) {
    returning = new TlsClient(clientCertificates.identity(certificate));
    clients.open(returning, offer(rows.of(offer)));
  }

  /** Connects with a certificate, and sends a request. */
  @When("a client with the certificate {s} requests {s}")
  public void requests(String certificate, String path) {
    requests(certificate, Map.of(), Request.get(path));
  }

  /** The same with further headers. */
  @When("a client with the certificate {s} requests {s} with the headers:")
  public void requests(String certificate, String path, DataTable headers) {
    requests(certificate, Map.of(), Request.get(path).with(rows.bytePairs(headers)));
  }

  /** The same over one version of TLS. */
  @When("a client with the certificate {s} requests {s} over {s}")
  public void requests(String certificate, String path, String version) {
    requests(certificate, Map.of("versions", version), Request.get(path));
  }

  private void requests(String certificate, Map<String, String> offer, Request request) {
    returning = new TlsClient(clientCertificates.identity(certificate));
    ClientConnection connection = clients.open(returning, offer(offer));
    if (connection.refusal().isEmpty()) {
      clients.send(connection, request);
      responses.await(connection);
    }
  }

  /** The connection ends in the handshake, or right behind it where that is how clients learn. */
  @Then("the client is refused")
  public void isRefused() {
    ClientConnection connection = clients.newest();
    expectations.check(
        () ->
            assertThat(
                    connection.refusal().isPresent()
                        || sut.await().happens(Budgets.CLOSED, connection::isClosed))
                .as("the client is refused")
                .isTrue());
    expectations.check(() -> assertThat(connection.responses()).as("responses").isEmpty());
  }

  /** Connects as the newest client, who would resume its sessions. */
  @When("the client connects over TLS again")
  public void returns() {
    clients.open(returning, offer(Map.of()));
  }

  /** The same with an offer. */
  @When("the client connects over TLS again with:")
  public void returns(DataTable offer) {
    clients.open(returning, offer(rows.of(offer)));
  }

  private static TlsOffer offer(Map<String, String> rows) {
    return new TlsOffer(
        list(rows.getOrDefault("versions", MODERN)),
        list(rows.getOrDefault("ciphers", "")),
        host(rows.getOrDefault("server name", HOST)),
        list(rows.getOrDefault("protocols", "")));
  }

  private static String host(String cell) {
    return cell.equals("(none)") ? "" : cell;
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(", ", -1));
  }

  private TlsLayer tls() {
    return clients.newest().tls();
  }

  /** What was agreed on. */
  @Then("the connection uses {s} and the cipher {s}")
  public void uses(String version, String cipher) {
    expectations.check(
        () -> assertThat(tls().version() + " " + tls().cipher()).isEqualTo(version + " " + cipher));
  }

  /** The cipher that was agreed on. */
  @Then("the connection uses the cipher {s}")
  public void uses(String cipher) {
    expectations.check(() -> assertThat(tls().cipher()).isEqualTo(cipher));
  }

  /** The protocol inside. */
  @Then("the connection goes on with {s}")
  public void goesOn(String protocol) {
    expectations.check(() -> assertThat(tls().protocol()).isEqualTo(protocol));
  }

  /** The certificate. */
  @Then("the client is presented the certificate {s}")
  public void presented(String name) {
    expectations.check(
        () ->
            assertThat(certificates.name(tls().chain().get(0)))
                .as("the certificate that the client is presented")
                .contains(name));
  }

  /** Each of several certificates is presented to whoever asks for its host. */
  @Then("each client is presented the certificate of its host, {s} to {s}")
  public void presented(String first, String last) {
    for (String name : Certificates.numbered(first, last)) {
      clients.open(new TlsClient(), TlsOffer.of(certificates.host(name)));
      presented(name);
    }
  }

  /** The certificate, and those between it and the root. */
  @Then("the client is presented the chain of the certificate {s}")
  public void presentedChain(String name) {
    expectations.check(() -> assertThat(tls().chain()).isEqualTo(certificates.presented(name)));
  }

  /** There is no connection. */
  @Then("the handshake is refused")
  public void refused() {
    expectations.check(
        () -> assertThat(clients.newest().refusal()).as("why it was refused").isPresent());
  }

  /** There is no connection, for a reason. */
  @Then("the handshake is refused with the alert {s}")
  public void refused(String alert) {
    expectations.check(
        () ->
            assertThat(clients.newest().refusal())
                .as("why it was refused")
                .hasValueSatisfying(reason -> assertThat(reason).contains(alert)));
  }

  /** The session is an earlier one, or none of these. */
  @Then("the session is {resumed}")
  public void resumed(boolean resumed) {
    expectations.check(() -> assertThat(tls().isResumed()).as("resumed").isEqualTo(resumed));
  }

  /** Whether a session is an earlier one. */
  @ParameterType("resumed|new")
  public boolean resumed(String text) {
    return text.equals("resumed");
  }
}
