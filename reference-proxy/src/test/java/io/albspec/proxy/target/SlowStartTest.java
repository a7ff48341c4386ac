package io.albspec.proxy.target;

import static io.albspec.proxy.target.GroupConfigs.config;
import static io.albspec.proxy.target.GroupConfigs.draining;
import static io.albspec.proxy.target.GroupConfigs.group;
import static io.albspec.proxy.target.GroupConfigs.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowStartTest {

  private static final Exchange REQUEST = ReceivedRequest.get("/");

  private final ManualTime time = new ManualTime(Instant.EPOCH);
  private final TargetGroups groups = new TargetGroups(time);
  private final LiveTargetGroup group = groups.group(GroupConfigs.ARN);

  @Test
  void theShareOfANewTargetGrowsLinearly() {
    establish(2);
    join(3);

    for (int tenth = 1; tenth < 10; tenth++) {
      pass(10);
      int expected = 9_000 * tenth / 10 / 3;
      int[] counts = counts(9_000);
      assertThat(counts[3]).isBetween(expected - 1, expected + 1);
      assertThat(counts[1] - counts[2]).isBetween(-1, 1);
    }
  }

  @Test
  void overTheWholeRampItGetsTheSumOfItsShares() {
    establish(1);
    join(2);
    int got = 0;
    double expected = 0;

    for (int second = 0; second < 100; second++) {
      got += counts(100)[2];
      expected += second / 2.0;
      pass(1);
    }

    assertThat((double) got).isBetween(expected - 1, expected + 1);
  }

  @Test
  void atFirstItGetsNothing() {
    establish(2);
    join(3);

    assertThat(counts(1000)[3]).isZero();
  }

  @Test
  void whenTheDurationIsOverItTakesItsTurn() {
    establish(2);
    join(3);

    pass(100);

    assertThat(ports(6)).containsExactlyInAnyOrder(1, 2, 3, 1, 2, 3);
  }

  @Test
  void severalShareByHowLongTheyHaveBeenInIt() {
    establish(1);
    configure(100, target(1), target(2));
    healthy(2);
    pass(40);
    configure(100, target(1), target(2), target(3));
    healthy(3);
    pass(20);

    int[] counts = counts(30_000);

    assertThat(counts[1]).isBetween(21_999, 22_001);
    assertThat(counts[2]).isBetween(5_980, 6_020);
    assertThat(counts[3]).isBetween(1_980, 2_020);
  }

  @Test
  void targetsThatAreHealthyWhenItIsEnabledDoNotEnter() {
    configure(0, target(1), target(2));
    healthy(1);
    healthy(2);

    configure(100, target(1), target(2));

    assertThat(counts(10)[1]).isEqualTo(5);
  }

  @Test
  void targetsThatBecomeHealthyAfterItIsEnabledEnter() {
    configure(0, target(1));
    configure(0, target(1), target(2));
    healthy(1);

    configure(100, target(1), target(2));
    healthy(2);

    assertThat(counts(10)[2]).isZero();
  }

  @Test
  void targetsRegisteredTogetherInAnEmptyGroupDoNotEnter() {
    configure(100);
    configure(100, target(1), target(2));
    healthy(1);
    pass(10);
    healthy(2);

    assertThat(counts(10)[2]).isEqualTo(5);
  }

  @Test
  void aTargetEntersOnlyIfAHealthyOneIsNotInSlowStart() {
    configure(100, target(1));
    configure(100, targets(3));

    healthy(2);
    healthy(3);
    pass(50);

    assertThat(counts(400)[3]).as("the other one takes the load").isBetween(99, 101);
  }

  @Test
  void deregisteredItExitsAndEntersAgain() {
    establish(1);
    join(2);
    pass(50);

    configure(100, target(1), draining(2));
    configure(100, target(1), target(2));
    healthy(2);

    assertThat(counts(100)[2]).isZero();
    pass(50);
    assertThat(counts(400)[2]).isBetween(99, 101);
  }

  @Test
  void unhealthyItExitsAndEntersAgain() {
    establish(1);
    join(2);
    pass(50);

    state(2, TargetState.UNHEALTHY);
    pass(30);
    healthy(2);

    assertThat(counts(100)[2]).isZero();
    pass(70);
    assertThat(counts(200)[2]).isBetween(69, 71);
  }

  @Test
  void anEstablishedTargetThatRecoversEntersToo() {
    establish(2);

    state(2, TargetState.UNHEALTHY);
    healthy(2);
    pass(50);

    assertThat(counts(400)[2]).isBetween(99, 101);
  }

  @Test
  void setToZeroItEndsForAll() {
    establish(1);
    join(2);

    configure(0, target(1), target(2));

    assertThat(counts(10)[2]).isEqualTo(5);
  }

  @Test
  void aChangedDurationCountsFromWhenTheyEntered() {
    establish(1);
    join(2);
    pass(50);

    configure(200, target(1), target(2));
    int[] longer = counts(800);
    configure(40, target(1), target(2));
    int[] over = counts(10);

    assertThat(longer[2]).isBetween(99, 101);
    assertThat(over[2]).isEqualTo(5);
  }

  @Test
  void ifNoneButTargetsInSlowStartAreLeftTheyGetEverything() {
    establish(1);
    join(2);
    pass(10);
    state(1, TargetState.UNHEALTHY);

    assertThat(counts(10)[2]).isEqualTo(10);
  }

  @Test
  void threadsTogetherKeepTheOthersEvenToTheRequest() throws InterruptedException {
    establish(3);
    join(4);
    pass(50);
    AtomicIntegerArray counts = new AtomicIntegerArray(5);
    ExecutorService threads = Executors.newFixedThreadPool(4);

    for (int thread = 0; thread < 4; thread++) {
      threads.execute(() -> ports(40_000).forEach(counts::incrementAndGet));
    }
    threads.shutdown();

    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(counts.get(4)).isBetween(19_999, 20_000);
    assertThat(counts.get(1) - counts.get(2)).isBetween(-1, 1);
    assertThat(counts.get(2) - counts.get(3)).isBetween(-1, 1);
  }

  /** So many targets that have their full share, and slow start of 100 s. */
  private void establish(int targets) {
    configure(100);
    configure(100, targets(targets));
    IntStream.rangeClosed(1, targets).forEach(this::healthy);
  }

  /** One more target, healthy now. */
  private void join(int port) {
    configure(100, targets(port));
    healthy(port);
  }

  private static TargetConfig[] targets(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(GroupConfigs::target)
        .toArray(TargetConfig[]::new);
  }

  private void configure(int duration, TargetConfig... targets) {
    Map<String, String> attributes =
        Map.of("slow_start.duration_seconds", String.valueOf(duration));
    groups.update(config(group(g -> {}, attributes, targets)));
  }

  private void healthy(int port) {
    state(port, TargetState.HEALTHY);
  }

  private void state(int port, TargetState state) {
    NodeTargets node = group.nodes().get(0);
    node.state(node.target(target(port)), state);
  }

  private void pass(int seconds) {
    time.advance(Duration.ofSeconds(seconds));
  }

  private List<Integer> ports(int requests) {
    return IntStream.range(0, requests)
        .map(i -> group.choose(REQUEST).address().getPort())
        .boxed()
        .toList();
  }

  private int[] counts(int requests) {
    int[] counts = new int[5];
    ports(requests).forEach(port -> counts[port]++);
    return counts;
  }
}
