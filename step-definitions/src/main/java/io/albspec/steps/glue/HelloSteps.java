package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.tls.HelloAnswer;
import io.albspec.steps.clock.Budgets;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.ClientConnection;
import io.albspec.steps.world.Clients;
import io.albspec.steps.world.Hello;
import io.albspec.steps.world.Sut;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;

/** First messages of handshakes that no library sends, and the answers to them. */
public final class HelloSteps {

  private static final List<String> VERSIONS = List.of("SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2");
  private static final int FIRST_VERSION = 0x0300;
  private static final Map<Integer, String> ALERTS =
      Map.ofEntries(
          Map.entry(10, "unexpected_message"),
          Map.entry(40, "handshake_failure"),
          Map.entry(47, "illegal_parameter"),
          Map.entry(50, "decode_error"),
          Map.entry(70, "protocol_version"),
          Map.entry(80, "internal_error"),
          Map.entry(86, "inappropriate_fallback"),
          Map.entry(112, "unrecognized_name"),
          Map.entry(120, "no_application_protocol"));

  private final Clients clients;
  private final Sut sut;
  private final Rows rows;
  private final Expectations expectations;

  /** The hellos of this scenario. */
  public HelloSteps(Clients clients, Sut sut, Rows rows, Expectations expectations) {
    this.clients = clients;
    this.sut = sut;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** Sends it, and nothing else. */
  @When("a client says hello with:")
  public void saysHello(DataTable details) {
    byte[] hello = new Hello(rows.of(details)).records();
    clients.send(clients.openUnsecured(), hello);
  }

  /** The alert. */
  @Then("the client is told {s}")
  public void isTold(String alert) {
    expectations.check(
        () -> {
          int number = answer().alert();
          assertThat(ALERTS.getOrDefault(number, "alert " + number)).isEqualTo(alert);
        });
  }

  /** The choice. */
  @Then("the client is answered over {s} with the cipher number {s}")
  public void isAnswered(String version, String cipher) {
    expectations.check(
        () -> {
          HelloAnswer answer = answer();
          assertThat(answer.alert()).as("the alert, or -1 for none").isEqualTo(-1);
          assertThat(VERSIONS.get(answer.version() - FIRST_VERSION)).isEqualTo(version);
          assertThat(Integer.toHexString(answer.suite())).isEqualTo(cipher);
        });
  }

  private HelloAnswer answer() {
    ClientConnection connection = clients.newest();
    assertThat(sut.await().happens(Budgets.RESPONSE, () -> isAnswered(connection)))
        .as("there is an answer within %s", Budgets.RESPONSE)
        .isTrue();
    return HelloAnswer.of(connection.unread());
  }

  private static boolean isAnswered(ClientConnection connection) {
    connection.isClosed();
    return HelloAnswer.isComplete(connection.unread());
  }
}
