package io.albspec.proxy.target;

import static io.albspec.proxy.target.GroupConfigs.config;
import static io.albspec.proxy.target.GroupConfigs.draining;
import static io.albspec.proxy.target.GroupConfigs.group;
import static io.albspec.proxy.target.GroupConfigs.node;
import static io.albspec.proxy.target.GroupConfigs.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.time.ManualTime;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetGroupsTest {

  private static final Exchange REQUEST = ReceivedRequest.get("/");

  private final TargetGroups groups = new TargetGroups(new ManualTime(Instant.EPOCH));
  private final LiveTargetGroup group = groups.group(GroupConfigs.ARN);

  @Test
  void aGroupWithoutTargetsChoosesNone() {
    groups.update(config(group()));

    assertThat(group.isEmpty()).isTrue();
    assertThat(group.choose(REQUEST)).isNull();
  }

  @Test
  void healthyTargetsTakeTurns() {
    groups.update(config(group(target(1), target(2), target(3))));
    healthy(1, 2, 3);

    assertThat(choices(6)).containsExactly(1, 2, 3, 1, 2, 3);
  }

  @Test
  void aTargetThatIsNotHealthyIsLeftOut() {
    groups.update(config(group(target(1), target(2), target(3))));
    healthy(1, 3);
    mark(2, TargetState.UNHEALTHY);

    assertThat(choices(4)).containsExactly(1, 3, 1, 3);
  }

  @Test
  void turnsGoOnBehindTheLastWhenHealthChanges() {
    groups.update(config(group(target(1), target(2), target(3))));
    healthy(1, 2, 3);

    List<Integer> before = choices(2);
    mark(1, TargetState.UNHEALTHY);
    List<Integer> without = choices(3);
    mark(1, TargetState.HEALTHY);
    List<Integer> after = choices(3);

    assertThat(before).containsExactly(1, 2);
    assertThat(without).containsExactly(3, 2, 3);
    assertThat(after).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource({"INITIAL", "UNHEALTHY"})
  void aGroupWithoutAnyHealthyTargetFailsOpen(TargetState state) {
    groups.update(config(group(target(1), target(2), draining(3))));
    mark(1, state);
    mark(2, state);

    assertThat(choices(4)).containsExactly(1, 2, 1, 2);
  }

  @Test
  void aNewTargetGetsNothingBeforeItIsHealthyWhileAnotherIs() {
    groups.update(config(group(target(1))));
    healthy(1);

    groups.update(config(group(target(1), target(2))));
    List<Integer> before = choices(2);
    healthy(2);

    assertThat(before).containsExactly(1, 1);
    assertThat(choices(2)).containsExactlyInAnyOrder(1, 2);
  }

  @ParameterizedTest
  @CsvSource({"1,off,1", "2,off,3", "1,30,1", "1,50,3"})
  void tooFewHealthyTargetsFailOpen(String count, String percentage, int eligible) {
    String attribute = "target_group_health.unhealthy_state_routing.minimum_healthy_targets.";
    Map<String, String> attributes =
        Map.of(attribute + "count", count, attribute + "percentage", percentage);
    groups.update(config(group(g -> {}, attributes, target(1), target(2), target(3))));

    healthy(2);

    assertThat(choices(3).stream().distinct()).hasSize(eligible);
  }

  @Test
  void withoutHealthChecksEveryTargetIsEligible() {
    groups.update(config(group(g -> g.healthCheckEnabled(false), Map.of(), target(1), target(2))));
    mark(1, TargetState.UNHEALTHY);
    healthy(2);

    assertThat(choices(2)).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void targetsInZonesThatAreNotEnabledGetNothing() {
    groups.update(
        config(group(target(1, "us-east-2b", false), target(2, "all", false), target(3))));

    assertThat(choices(4)).containsExactly(2, 3, 2, 3);
  }

  @Test
  void targetsOutliveChangesAndAreReportedWhenTheyAreGone() {
    groups.update(config(group(target(1), target(2))));
    healthy(1, 2);
    List<Target> before = node(group).serving();

    Collection<Target> goneWhileDraining = groups.update(config(group(draining(1), target(2))));
    List<Integer> choices = choices(2);
    Collection<Target> gone = groups.update(config(group(target(2))));

    assertThat(goneWhileDraining).isEmpty();
    assertThat(choices).containsExactly(2, 2);
    assertThat(gone).containsExactly(before.get(0));
    assertThat(node(group).serving()).containsExactly(before.get(1));
  }

  @Test
  void aTargetRegisteredAgainStartsAnew() {
    groups.update(config(group(target(1))));
    healthy(1);

    groups.update(config(group(draining(1))));
    groups.update(config(group(target(1))));

    assertThat(node(group).serving().get(0).state()).isEqualTo(TargetState.INITIAL);
  }

  @Test
  void aGroupThatIsGoneReportsItsTargets() {
    groups.update(config(group(target(1))));

    Collection<Target> gone = groups.update(config());

    assertThat(gone).hasSize(1);
    assertThat(groups.group(GroupConfigs.ARN)).isNotSameAs(group);
  }

  @Test
  void requestsInFlightAreCounted() {
    Target target = new Target(target(1).address(), InetAddress.getLoopbackAddress());

    target.requestBegan();
    target.requestBegan();
    target.requestEnded();

    assertThat(target.outstandingRequests()).isEqualTo(1);
    assertThat(target).hasToString("127.0.0.1:1");
  }

  private void healthy(int... ports) {
    IntStream.of(ports).forEach(port -> mark(port, TargetState.HEALTHY));
  }

  private void mark(int port, TargetState state) {
    node(group).state(node(group).target(target(port)), state);
  }

  private List<Integer> choices(int count) {
    return IntStream.range(0, count)
        .map(i -> group.choose(REQUEST).address().getPort())
        .boxed()
        .toList();
  }
}
