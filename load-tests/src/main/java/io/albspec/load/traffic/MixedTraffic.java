package io.albspec.load.traffic;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * Users arrive at a constant rate, whatever becomes of those before them, and each sends six
 * requests of a seeded mixture on a connection that is kept alive.
 */
public final class MixedTraffic extends Simulation {

  private static final Duration THINKING = Duration.ofMillis(100);

  private final Plan plan;
  private final Recorder recorder;
  private final Director director;

  /** Reads the plan that the system property names. */
  public MixedTraffic() throws IOException {
    plan = Plan.read(Path.of(System.getProperty(Plan.PROPERTY)));
    recorder = new Recorder(plan.records());
    director = new Director(Faults.connect(plan), plan.traffic().phase(), recorder);
    setUp(
        scenario("mixed traffic")
            .exec(user())
            .injectOpen(
                constantUsersPerSec(plan.traffic().usersPerSecond())
                    .during(plan.traffic().duration()))
            .protocols(protocol()));
  }

  private HttpProtocolBuilder protocol() {
    return http.baseUrls(plan.baseUrls())
        .disableWarmUp()
        .disableFollowRedirect()
        .disableCaching()
        .userAgentHeader("albspec-load");
  }

  private ChainBuilder user() {
    Choice.WithKey[] kinds =
        Arrays.stream(Kind.values())
            .map(kind -> onCase(kind.name()).then(MixedRequests.of(kind)))
            .toArray(Choice.WithKey[]::new);
    return repeat(Traffic.REQUESTS_PER_USER, "step")
        .on(
            exec(this::begin),
            group("#{phase}").on(doSwitch("#{kind}").on(kinds)),
            exec(this::end).pause(THINKING));
  }

  private Session begin(Session session) {
    Draw draw = Draw.of(plan.traffic().seed(), session.userId(), session.getInt("step"));
    Phase phase = director.phase();
    recorder.sent(draw, phase);
    return MixedRequests.prepare(session, draw).set("phase", phase.title());
  }

  private Session end(Session session) {
    recorder.ended(
        session.getString("id"),
        MixedRequests.text(session, MixedRequests.STATUS),
        MixedRequests.text(session, MixedRequests.TARGET),
        MixedRequests.text(session, MixedRequests.ANSWERED),
        session.contains(MixedRequests.LENGTH) ? session.getInt(MixedRequests.LENGTH) : 0);
    return session.markAsSucceeded();
  }

  @Override
  public void after() {
    try {
      director.end();
      recorder.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot record what the clients did", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
