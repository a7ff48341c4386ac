package io.albspec.proxy.health;

import static io.albspec.proxy.target.GroupConfigs.config;
import static io.albspec.proxy.target.GroupConfigs.draining;
import static io.albspec.proxy.target.GroupConfigs.group;
import static io.albspec.proxy.target.GroupConfigs.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.target.GroupConfigs;
import io.albspec.proxy.target.LiveTargetGroup;
import io.albspec.proxy.target.NodeTargets;
import io.albspec.proxy.target.TargetGroups;
import io.albspec.proxy.target.TargetState;
import io.albspec.proxy.time.ManualTime;
import io.albspec.proxy.worker.Worker;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

class HealthChecksTest {

  private static final Duration INTERVAL = Duration.ofSeconds(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration BUDGET = Duration.ofSeconds(10);

  private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
  private final ExecutorService thread = Executors.newCachedThreadPool();
  private final Worker worker = new Worker(thread, time);
  private final TargetGroups groups = new TargetGroups(new ManualTime(Instant.EPOCH));
  private final HealthChecks checks = new HealthChecks(groups, worker);
  private CheckedServer server;
  private TargetConfig target;
  private TargetGroupConfig current;

  @BeforeEach
  void startServer() throws Exception {
    server = new CheckedServer();
    target = target(server.port());
  }

  @AfterEach
  void leaveNothingBehind() throws Exception {
    checks.close();
    worker.close();
    server.close();
    thread.shutdown();
    assertThat(thread.awaitTermination(BUDGET.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aTargetIsCheckedAtOnceAndOnePassMakesItHealthy() throws Exception {
    apply(group(target));

    assertThat(server.request())
        .isEqualTo(
            "GET / HTTP/1.1\nHost: 127.0.0.1:"
                + server.port()
                + "\nConnection: close\nUser-Agent: ELB-HealthChecker/2.0\n");
    assertThat(server.afterAnswer()).isEqualTo(-1);
    awaitState("healthy");
  }

  @Test
  void checksComeAtTheIntervalOnConnectionsOfTheirOwn() throws Exception {
    apply(group(target));
    check();

    for (int times = 0; times < 3; times++) {
      assertThat(server.requestsWaiting()).isZero();
      nextCheck();
    }
    time.advance(INTERVAL.minusSeconds(1));

    assertThat(server.requestsWaiting()).isZero();
  }

  @Test
  void aHealthyTargetThatFailsTwiceIsUnhealthyAndGetsWellAfterFivePasses() throws Exception {
    apply(group(target));
    check();

    server.answers(503);
    nextCheck();
    assertThat(health().stateAsString()).isEqualTo("healthy");
    nextCheck();
    assertThat(health().stateAsString()).isEqualTo("unhealthy");
    assertThat(health().reasonAsString()).isEqualTo("Target.ResponseCodeMismatch");
    assertThat(health().description()).isEqualTo("Health checks failed with these codes: [503]");

    server.answers(200);
    for (int pass = 1; pass <= 4; pass++) {
      nextCheck();
      assertThat(health().stateAsString()).isEqualTo("unhealthy");
    }
    nextCheck();
    assertThat(health().stateAsString()).isEqualTo("healthy");
    assertThat(health().reasonAsString()).isNull();
  }

  @Test
  void aTargetThatDoesNotAnswerInTimeFails() throws Exception {
    server.answers("");
    apply(settings(g -> g.unhealthyThresholdCount(2)));

    server.request();
    awaitReason("Elb.InitialHealthChecking");
    time.advance(TIMEOUT);
    server.afterAnswer();
    time.advance(INTERVAL.minus(TIMEOUT));
    server.request();
    time.advance(TIMEOUT);

    awaitReason("Target.Timeout");
    assertThat(health().description()).isEqualTo("Request timed out");
  }

  @Test
  void untilItsFirstCheckIsSentATargetIsBeingRegistered() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    worker.execute(() -> awaitQuietly(busy));

    apply(group(target));
    assertThat(health().stateAsString()).isEqualTo("initial");
    assertThat(health().reasonAsString()).isEqualTo("Elb.RegistrationInProgress");
    assertThat(health().description()).isEqualTo("Target registration is in progress");
    busy.countDown();

    awaitState("healthy");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aCheckThatCannotEvenBeTriedIsAnInternalError() {
    HealthCheckSettings settings = HealthCheckSettings.of(group(target).resource(), false);
    HealthStatus status = HealthStatus.CHECKING;

    for (int failures = 0; failures < settings.unhealthyThreshold(); failures++) {
      status = status.after(Outcome.INTERNAL_ERROR, settings);
    }

    assertThat(status.shown().stateAsString()).isEqualTo("unhealthy");
    assertThat(status.shown().reasonAsString()).isEqualTo("Elb.InternalError");
    assertThat(status.shown().description())
        .isEqualTo("Health checks failed due to an internal error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 101 Go\r\n\r\n",
        "HELLO\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 xyz\r\n\r\n"
      })
  void anAnswerThatIsNoHttpFails(String answer) throws Exception {
    server.answers(answer);
    apply(group(target));
    check();
    nextCheck();

    awaitReason("Target.FailedHealthChecks");
    assertThat(health().description()).isEqualTo("Health checks failed");
  }

  @Test
  void aTargetThatRefusesConnectionsFails() throws Exception {
    apply(group(target));
    awaitState("healthy");
    server.close();

    time.advance(INTERVAL);
    time.advance(INTERVAL);

    awaitReason("Target.FailedHealthChecks");
  }

  @ParameterizedTest
  @CsvSource({"'200,204',204,healthy", "200-299,250,healthy", "200-299,300,initial"})
  void theMatcherDecides(String matcher, int code, String state) throws Exception {
    server.answers(code);
    apply(settings(g -> g.matcher(m -> m.httpCode(matcher))));
    check();

    assertThat(health().stateAsString()).isEqualTo(state);
  }

  @Test
  void interimResponsesAreNotTheAnswer() throws Exception {
    server.answers("HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n");
    apply(group(target));

    awaitState("healthy");
  }

  @Test
  void changedSettingsHoldFromTheNextCheckOn() throws Exception {
    apply(group(target));
    server.request();
    awaitState("healthy");

    apply(settings(g -> g.healthCheckPath("/up?deep").healthCheckIntervalSeconds(5)));
    assertThat(server.requestsWaiting()).isZero();
    time.advance(Duration.ofSeconds(5));

    assertThat(server.request()).startsWith("GET /up?deep HTTP/1.1\n");
  }

  @Test
  void anotherPortCanBeChecked() throws Exception {
    TargetConfig elsewhere = target(9);
    target = elsewhere;

    apply(group(g -> g.healthCheckPort(String.valueOf(server.port())), Map.of(), elsewhere));

    assertThat(server.request()).contains("Host: 127.0.0.1:" + server.port());
    awaitState("healthy");
  }

  @Test
  void whatIsDrainingUnusedOrDisabledIsNotChecked() throws Exception {
    apply(group(draining(server.port())));
    apply(settings(g -> g.loadBalancerArns()));
    apply(settings(g -> g.healthCheckEnabled(false)));
    time.advance(INTERVAL.multipliedBy(2));

    assertThat(health().stateAsString()).isEqualTo("unavailable");
    assertThat(health().reasonAsString()).isEqualTo("Target.HealthCheckDisabled");
    assertThat(server.requestsWaiting()).isZero();
  }

  @Test
  void aTargetInAZoneThatIsNotEnabledIsUnused() {
    target = target(server.port(), "us-east-2c", false);

    apply(group(target));

    assertThat(health().reasonAsString()).isEqualTo("Target.NotInUse");
    assertThat(health().description()).contains("Availability Zone");
  }

  @Test
  void eachNodeChecksForItselfFromItsAddressAndWhatTheyDifferInShowsInTime() throws Exception {
    List<Node> nodes =
        List.of(GroupConfigs.node("us-east-2a", 1), GroupConfigs.node("us-east-2b", 2));
    apply(group(target), config(nodes, group(target)));
    check();
    check();
    awaitState("healthy");
    assertThat(server.clients())
        .extracting(InetAddress::getHostAddress)
        .containsExactlyInAnyOrder("127.0.1.1", "127.0.2.1");

    NodeTargets second = groups.group(GroupConfigs.ARN).node("us-east-2b").orElseThrow();
    server.fails(nodes.get(1).address());
    nextCheck();
    check();
    nextCheck();
    check();
    assertThat(health().stateAsString()).isEqualTo("healthy");
    nextCheck();
    check();
    time.advance(Duration.ofSeconds(1));

    awaitState("unhealthy");
    assertThat(GroupConfigs.node(groups.group(GroupConfigs.ARN)).serving().get(0).state())
        .isEqualTo(TargetState.HEALTHY);
    assertThat(second.serving().get(0).state()).isEqualTo(TargetState.UNHEALTHY);
  }

  @Test
  void anUnhealthyTargetGetsNoRequestsUntilItIsHealthy() throws Exception {
    try (CheckedServer other = new CheckedServer()) {
      server.answers(500);
      apply(group(target, target(other.port())));
      other.afterAnswer();
      LiveTargetGroup group = groups.group(GroupConfigs.ARN);

      assertThat(group.choose(ReceivedRequest.get("/")).address().getPort())
          .isEqualTo(other.port());
      assertThat(group.choose(ReceivedRequest.get("/")).address().getPort())
          .isEqualTo(other.port());
    }
  }

  /** Waits for the end of the check that comes now; its outcome is known then. */
  private void check() throws Exception {
    server.request();
    server.afterAnswer();
  }

  private void nextCheck() throws Exception {
    time.advance(INTERVAL);
    check();
  }

  private TargetGroupConfig settings(Consumer<TargetGroup.Builder> members) {
    return group(members, Map.of(), target);
  }

  private void apply(TargetGroupConfig group) {
    apply(group, config(group));
  }

  private void apply(TargetGroupConfig group, Config config) {
    current = group;
    groups.update(config);
    checks.update(config);
  }

  private TargetHealth health() {
    return checks.health(current, target);
  }

  private void awaitState(String state) throws InterruptedException {
    await(() -> health().stateAsString().equals(state));
  }

  private void awaitReason(String reason) throws InterruptedException {
    await(() -> reason.equals(health().reasonAsString()));
  }

  private void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + BUDGET.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within %s; now %s", BUDGET, health()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
