package io.albspec.proxy.target;

import static io.albspec.proxy.target.GroupConfigs.config;
import static io.albspec.proxy.target.GroupConfigs.group;
import static io.albspec.proxy.target.GroupConfigs.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AnomalyDetection;

class AutomaticTargetWeightsTest {

  private static final Exchange REQUEST = ReceivedRequest.get("/");
  private static final List<Node> NODES =
      List.of(GroupConfigs.node("us-east-2a", 1), GroupConfigs.node("us-east-2b", 2));
  private static final Map<String, String> RANDOM =
      Map.of("load_balancing.algorithm.type", "weighted_random");
  private static final Map<String, String> MITIGATED =
      Map.of(
          "load_balancing.algorithm.type",
          "weighted_random",
          "load_balancing.algorithm.anomaly_mitigation",
          "on");

  private final ManualTime time = new ManualTime(Instant.EPOCH);
  private final TargetGroups groups = new TargetGroups(time);
  private final LiveTargetGroup group = groups.group(GroupConfigs.ARN);

  @Test
  void aTargetThatFailsIsAnomalousAfterFiveSeconds() {
    start(4, Map.of());

    serve(100, 500);
    assertThat(shown(1)).contains("normal no");
    pass();

    assertThat(shown(1)).contains("anomalous no");
    assertThat(shown(2)).contains("normal no");
    assertThat(group.anomalousTargets()).isEqualTo(1);
  }

  @Test
  void statusesBelow500AreNoErrors() {
    start(4, Map.of());

    serve(100, 499);
    pass();

    assertThat(shown(1)).contains("normal no");
  }

  @Test
  void connectionsThatFailAreErrors() {
    start(4, Map.of());
    serve(100, 200);
    IntStream.range(0, 100).forEach(i -> live(0, 1).connectionFailed());

    pass();

    assertThat(shown(1)).contains("anomalous no");
  }

  @Test
  void withTwoHealthyTargetsNothingIsCompared() {
    start(4, Map.of());
    serve(100, 500);
    state(3, TargetState.UNHEALTHY);
    state(4, TargetState.UNHEALTHY);

    pass();

    assertThat(shown(1)).contains("normal no");
  }

  @Test
  void aTargetThatGetsNoRequestsHasNoResult() {
    start(4, Map.of());
    state(4, TargetState.UNHEALTHY);

    assertThat(shown(4)).isEmpty();
    assertThat(group.anomalyDetection(target(9))).isEmpty();
  }

  @Test
  void whatNodesCountIsAddedUp() {
    groups.update(config(NODES, group(g -> {}, Map.of(), targets(3))));
    IntStream.rangeClosed(1, 3).forEach(port -> state(port, TargetState.HEALTHY));

    for (int node = 0; node < 2; node++) {
      for (int i = 0; i < 11; i++) {
        live(node, 1).answered(503);
        live(node, 2).answered(200);
        live(node, 3).answered(200);
      }
    }
    pass();

    assertThat(shown(1)).contains("anomalous no");
  }

  @Test
  void mitigationMakesARandomChoiceRarer() {
    start(4, MITIGATED);
    serve(100, 500);

    pass();
    int requests = chosen(1, 7_000);

    assertThat(shown(1)).contains("anomalous yes");
    assertThat(group.mitigatedTargets()).isEqualTo(1);
    assertThat(requests).as("a seventh").isBetween(800, 1_200);
  }

  /** As in anomaly-mitigation.feature, whose bounds must never be missed. */
  @RepeatedTest(200)
  void aSparedTargetGetsWhatTheSpecificationExpects() {
    start(4, MITIGATED);
    Target failing = live(0, 1);
    int requests = 0;

    for (int i = 0; i < 400; i++) {
      Target chosen = group.choose(REQUEST);
      chosen.answered(chosen.equals(failing) ? 500 : 200);
      requests += chosen.equals(failing) ? 1 : 0;
    }
    IntStream.range(0, 5).forEach(i -> pass());
    requests += chosen(1, 800);

    assertThat(requests).isBetween(70, 220);
  }

  @Test
  void withoutMitigationAnomalousTargetsGetTheirShare() {
    start(4, RANDOM);
    serve(100, 500);

    pass();

    assertThat(chosen(1, 4_000)).isBetween(800, 1_200);
  }

  @Test
  void mitigationThatIsTurnedOffEndsAtOnce() {
    start(4, MITIGATED);
    serve(100, 500);
    pass();

    groups.update(config(group(g -> {}, RANDOM, targets(4))));

    assertThat(shown(1)).contains("anomalous no");
    assertThat(chosen(1, 4_000)).isBetween(800, 1_200);
  }

  @Test
  void aTargetThatHasRecoveredGraduallyGetsItsShareAgain() {
    start(4, MITIGATED);
    serve(100, 500);
    pass();
    for (int period = 0; period < 3; period++) {
      serve(100, 200);
      pass();
    }

    assertThat(shown(1)).contains("normal yes");
    for (int period = 0; period < 10; period++) {
      pass();
    }

    assertThat(shown(1)).contains("normal no");
    assertThat(chosen(1, 4_000)).isBetween(800, 1_200);
  }

  @Test
  void nothingIsLookedAtAfterItIsClosed() {
    start(4, Map.of());
    serve(100, 500);

    groups.close();
    pass();

    assertThat(group.anomalousTargets()).isZero();
  }

  private void start(int targets, Map<String, String> attributes) {
    groups.update(config(group(g -> {}, attributes, targets(targets))));
    IntStream.rangeClosed(1, targets).forEach(port -> state(port, TargetState.HEALTHY));
  }

  private static TargetConfig[] targets(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(GroupConfigs::target)
        .toArray(TargetConfig[]::new);
  }

  private void state(int port, TargetState state) {
    group.nodes().forEach(node -> node.state(node.target(target(port)), state));
  }

  private Target live(int node, int port) {
    return group.nodes().get(node).target(target(port));
  }

  /** So many requests to each target, which the first one answers with that status. */
  private void serve(int each, int status) {
    List<Target> all = group.nodes().get(0).serving();
    for (int i = 0; i < each; i++) {
      all.forEach(target -> target.answered(target.equals(all.get(0)) ? status : 200));
    }
  }

  private void pass() {
    time.advance(Duration.ofSeconds(5));
  }

  private Optional<String> shown(int port) {
    return group.anomalyDetection(target(port)).map(AutomaticTargetWeightsTest::text);
  }

  private static String text(AnomalyDetection shown) {
    return shown.resultAsString() + " " + shown.mitigationInEffectAsString();
  }

  private int chosen(int port, int requests) {
    return (int)
        IntStream.range(0, requests)
            .filter(i -> group.choose(REQUEST).address().getPort() == port)
            .count();
  }
}
