package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.target.ReceivedRequest;
import io.albspec.fixtures.target.ReceivedRequest.Tls;
import io.albspec.fixtures.tls.TlsServer;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.Certificates;
import io.albspec.steps.world.FleetMember;
import io.albspec.steps.world.FleetMember.HealthCheck;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Targets that speak TLS. */
public final class TargetTlsSteps {

  private static final String HOST = "target.internal";
  private static final String ALL = "TLSv1, TLSv1.1, TLSv1.2, TLSv1.3";

  private final Certificates certificates;
  private final Rows rows;
  private final Expectations expectations;

  /** The targets of this scenario. */
  public TargetTlsSteps(Certificates certificates, Rows rows, Expectations expectations) {
    this.certificates = certificates;
    this.rows = rows;
    this.expectations = expectations;
  }

  /** Speaks TLS in some way from now on, on new connections. */
  @Given("{targets} speaks TLS with:")
  public void speaks(List<FleetMember> targets, DataTable how) {
    TlsServer server = server(rows.of(how));
    targets.forEach(
        target -> {
          target.speakTls(server);
          target.leave();
        });
  }

  private TlsServer server(Map<String, String> how) {
    return TlsServer.of(certificates.ofTarget(how.getOrDefault("host", HOST), how))
        .only(list(how.getOrDefault("versions", ALL)), list(how.getOrDefault("ciphers", "")));
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(", ", -1));
  }

  /** Where requests go it does, at the other port it does not. */
  @Given("{targets} speaks TLS at its traffic port only")
  public void speaksAtTrafficPort(List<FleetMember> targets) {
    TlsServer server = server(Map.of());
    targets.forEach(target -> target.speakTlsAtTrafficPort(server));
  }

  /** Does not know what TLS is. */
  @Given("{targets} speaks no TLS")
  public void speaksNone(List<FleetMember> targets) {
    targets.forEach(
        target -> {
          target.speakPlain();
          target.leave();
        });
  }

  /** New connections get no answer at all. */
  @Given("{targets} takes connections and says nothing on them")
  public void ignores(List<FleetMember> targets) {
    targets.forEach(
        target -> {
          target.ignoreConnections();
          target.leave();
        });
  }

  /** Asks for a new handshake, then answers as usual. */
  @Given("{targets} asks for a new handshake before it answers")
  public void renegotiates(List<FleetMember> targets) {
    targets.forEach(
        target ->
            target.onRequest(
                reply -> {
                  reply.renegotiate();
                  target.status(200).answer(reply);
                }));
  }

  private static Tls newest(FleetMember target) {
    List<ReceivedRequest> all = target.requests();
    assertThat(all).as("requests of " + target.name()).isNotEmpty();
    return tls(all.get(all.size() - 1));
  }

  private static Tls tls(ReceivedRequest request) {
    return request.origin().tls().orElseThrow(() -> new AssertionError("it came without TLS"));
  }

  /** How the newest request came. */
  @Then("{targets} receives its requests over {s} with the cipher {s}")
  public void receivesOver(List<FleetMember> targets, String version, String cipher) {
    for (FleetMember target : targets) {
      expectations.check(
          () -> {
            assertThat(newest(target).version()).isEqualTo(version);
            assertThat(newest(target).cipher()).isEqualTo(cipher);
          });
    }
  }

  /** Whether the newest request came on a connection whose session is an earlier one. */
  @Then("{targets} receives its newest request in a session that is {resumed}")
  public void receivesInSession(List<FleetMember> targets, boolean resumed) {
    for (FleetMember target : targets) {
      expectations.check(() -> assertThat(newest(target).resumed()).isEqualTo(resumed));
    }
  }

  /** No SNI. */
  @Then("{targets} is asked for no server name")
  public void noServerName(List<FleetMember> targets) {
    for (FleetMember target : targets) {
      expectations.check(() -> assertThat(newest(target).serverName()).isEmpty());
    }
  }

  /** How many connections its requests came on. */
  @Then("{targets} receives its requests on {n} connection(s)")
  public void receivesOn(List<FleetMember> targets, int connections) {
    for (FleetMember target : targets) {
      expectations.check(
          () ->
              assertThat(target.requests().stream().map(ReceivedRequest::connection).distinct())
                  .hasSize(connections));
    }
  }

  /** How the newest health check came. */
  @Then("the health checks of {targets} come over {s} with the cipher {s}")
  public void checkedOver(List<FleetMember> targets, String version, String cipher) {
    for (FleetMember target : targets) {
      expectations.check(
          () -> {
            Tls tls = tls(newestCheck(target));
            assertThat(tls.version() + " " + tls.cipher()).isEqualTo(version + " " + cipher);
          });
    }
  }

  /** The newest health check came without TLS. */
  @Then("the health checks of {targets} come without TLS")
  public void checkedPlainly(List<FleetMember> targets) {
    for (FleetMember target : targets) {
      expectations.check(
          () -> assertThat(newestCheck(target).origin().tls()).isEqualTo(Optional.empty()));
    }
  }

  private static ReceivedRequest newestCheck(FleetMember target) {
    List<HealthCheck> all = target.healthChecks();
    assertThat(all).as("health checks of " + target.name()).isNotEmpty();
    return all.get(all.size() - 1).request();
  }
}
