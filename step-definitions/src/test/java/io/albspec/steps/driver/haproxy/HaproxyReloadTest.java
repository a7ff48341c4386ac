package io.albspec.steps.driver.haproxy;

import static io.albspec.steps.driver.haproxy.Groups.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetGroupConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes of the configuration while the real HAProxy serves. */
@Timeout(60)
class HaproxyReloadTest {

  private static final int RELOADS = 25;

  private LocalListener listener;
  private HaproxyDataPlane haproxy;
  private EchoTarget blue;

  @BeforeEach
  void start() throws IOException {
    haproxy = HaproxyDataPlane.start(InstalledHaproxy.orSkip(), arn -> Optional.empty());
    listener = LocalListener.free();
    blue = new EchoTarget("blue");
  }

  @AfterEach
  void close() {
    if (haproxy != null) {
      haproxy.close();
      blue.close();
    }
  }

  @Test
  void everyNewConnectionIsHandledByTheNewConfigurationOnceApplyReturns() throws Exception {
    for (int generation = 0; generation < RELOADS; generation++) {
      haproxy.apply(answering(generation));

      assertThat(RawClient.get(listener.socket(), "/")).endsWith("generation " + generation + ".");
    }
  }

  @Test
  void theOldConfigurationAnswersAtMostOnceMoreOnAConnectionAndEndsIt() throws Exception {
    haproxy.apply(answering(0));
    for (int generation = 1; generation < RELOADS; generation++) {
      try (RawClient client = new RawClient(listener.socket())) {
        client.send("GET", "/");
        assertThat(client.receive()).isPresent();

        haproxy.apply(answering(generation));

        Optional<String> late = answer(client);
        late.ifPresent(answer -> assertThat(answer).containsIgnoringCase("connection: close"));
        assertThat(late.isPresent() ? answer(client) : late).isEmpty();
      }
    }
  }

  @Test
  void aRequestInFlightCompletesAsItBegan() throws Exception {
    TargetGroupConfig group = group("blue", blue.target());
    haproxy.apply(listener.snapshot().group(group).otherwise(Actions.forward(group)).config());
    try (RawClient client = new RawClient(listener.socket())) {
      client.send("GET", "/slow");
      blue.awaitSlow();

      haproxy.apply(answering(1));
      String meanwhile = RawClient.get(listener.socket(), "/");
      blue.releaseSlow();

      assertThat(meanwhile).endsWith("generation 1.");
      assertThat(client.receive()).hasValueSatisfying(it -> assertThat(it).contains("blue"));
    }
  }

  @Test
  void noConnectionIsLostInAReload() throws Exception {
    haproxy.apply(answering(0));
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService client = Executors.newSingleThreadExecutor();
    Future<Integer> requests = client.submit(() -> requestsUntil(enough));
    for (int generation = 1; generation < RELOADS; generation++) {
      haproxy.apply(answering(generation));
    }

    enough.set(true);

    assertThat(requests.get()).isGreaterThan(RELOADS);
    client.shutdown();
  }

  @Test
  void aPortInUseIsRefusedAndTheOldConfigurationStaysLive() throws Exception {
    haproxy.apply(answering(0));
    LocalListener other = LocalListener.free();
    try (ServerSocket taken = new ServerSocket(other.port(), 1, other.address())) {
      assertThatThrownBy(() -> haproxy.apply(other.snapshot().config()))
          .isInstanceOf(ApiException.class)
          .hasMessage(
              "port %d is already in use on %s",
              taken.getLocalPort(), other.address().getHostAddress());
    }

    assertThat(RawClient.get(listener.socket(), "/")).endsWith("generation 0.");
    assertThat(haproxy.configuration()).contains("generation 0.");
  }

  @Test
  void aListenerThatWentAcceptsNoMore() throws Exception {
    haproxy.apply(answering(0));

    haproxy.apply(Config.EMPTY);

    assertThatThrownBy(() -> RawClient.get(listener.socket(), "/"))
        .isInstanceOf(SocketException.class);
    assertThat(haproxy.configuration()).isEmpty();
  }

  @Test
  void aListenerMovesToAnotherPort() throws Exception {
    haproxy.apply(answering(0));
    LocalListener other = LocalListener.free();

    haproxy.apply(other.snapshot().config());

    assertThat(RawClient.get(other.socket(), "/")).startsWith("HTTP/1.1 404");
    assertThatThrownBy(() -> RawClient.get(listener.socket(), "/"))
        .isInstanceOf(SocketException.class);
  }

  @Test
  void closingEndsEveryProcess() throws Exception {
    Set<ProcessHandle> before = children();
    haproxy.apply(answering(0));
    haproxy.apply(answering(1));
    Set<ProcessHandle> started = children();
    started.removeAll(before);
    assertThat(started).isNotEmpty();

    haproxy.close();

    assertThat(Await.within(Duration.ofSeconds(10), () -> noneAlive(started))).isTrue();
  }

  @Test
  void nothingIsStartedForALoadBalancerWithoutListeners() throws Exception {
    Set<ProcessHandle> before = children();
    Config config = listener.snapshot().config();
    BalancerConfig bare = config.balancers().get(Snapshot.ARN);
    BalancerConfig withoutListeners =
        new BalancerConfig(
            bare.resource(), bare.attributes(), bare.tags(), bare.nodes(), List.of());

    haproxy.apply(new Config(1, Map.of(Snapshot.ARN, withoutListeners), Map.of()));

    assertThat(children()).isEqualTo(before);
  }

  @Test
  void anAbsentBinaryIsReportedAsNotAvailable() {
    assertThatThrownBy(() -> HaproxyBinary.at(Path.of("/nowhere/haproxy")))
        .isInstanceOf(HaproxyUnavailableException.class)
        .hasMessageContaining("haproxy is not available: /nowhere/haproxy is no executable");
  }

  /**
   * Sends requests, each on a connection of its own, and counts them; the first failure is thrown.
   */
  private int requestsUntil(AtomicBoolean enough) throws IOException {
    int count = 0;
    while (!enough.get()) {
      assertThat(RawClient.get(listener.socket(), "/")).startsWith("HTTP/1.1 200");
      count++;
    }
    return count;
  }

  private Config answering(int generation) {
    String body = "generation " + generation + ".";
    return listener.snapshot().otherwise(Actions.fixed("200", "text/plain", body)).config();
  }

  /** The response to a request on a connection that may be closed. */
  private static Optional<String> answer(RawClient client) throws IOException {
    try {
      client.send("GET", "/");
      return client.receive();
    } catch (SocketException reset) {
      return Optional.empty();
    }
  }

  private static boolean noneAlive(Set<ProcessHandle> processes) {
    return processes.stream().noneMatch(ProcessHandle::isAlive);
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }
}
