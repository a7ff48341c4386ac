package io.albspec.proxy.target;

import static io.albspec.proxy.target.GroupConfigs.config;
import static io.albspec.proxy.target.GroupConfigs.group;
import static io.albspec.proxy.target.GroupConfigs.node;
import static io.albspec.proxy.target.GroupConfigs.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.time.ManualTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Least outstanding requests, weighted random, and changing from one to another. */
class AlgorithmsTest {

  private static final Exchange REQUEST = ReceivedRequest.get("/");
  private static final String LEAST = "least_outstanding_requests";
  private static final int THREADS = 4;
  private static final int REQUESTS = 20_000;

  private final TargetGroups groups = new TargetGroups(new ManualTime(Instant.EPOCH));
  private final LiveTargetGroup group = groups.group(GroupConfigs.ARN);

  private void healthy(int count, String algorithm) {
    use(count, algorithm);
    for (int port = 1; port <= count; port++) {
      node(group).state(node(group).target(target(port)), TargetState.HEALTHY);
    }
  }

  private void use(int count, String algorithm) {
    TargetConfig[] targets =
        IntStream.rangeClosed(1, count).mapToObj(GroupConfigs::target).toArray(TargetConfig[]::new);
    groups.update(
        config(group(targets).withAttributes(Map.of("load_balancing.algorithm.type", algorithm))));
  }

  private Target begin() {
    Target target = group.choose(REQUEST);
    target.requestBegan();
    return target;
  }

  private static int port(Target target) {
    return target.address().getPort();
  }

  @Property(tries = 300)
  void noTargetWithMoreRequestsThanAnotherIsChosen(
      @ForAll @IntRange(min = 1, max = 40) int count, @ForAll long seed) {
    healthy(count, LEAST);
    Random random = new Random(seed);
    List<Target> busy = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      if (!busy.isEmpty() && random.nextInt(3) == 0) {
        busy.remove(random.nextInt(busy.size())).requestEnded();
        continue;
      }
      int fewest =
          node(group).serving().stream().mapToInt(Target::outstandingRequests).min().orElseThrow();
      Target chosen = group.choose(REQUEST);
      assertThat(chosen.outstandingRequests()).isEqualTo(fewest);
      chosen.requestBegan();
      busy.add(chosen);
    }
    busy.forEach(Target::requestEnded);
  }

  @Test
  void idleTargetsTakeTurns() {
    healthy(3, LEAST);

    List<Integer> chosen =
        IntStream.range(0, 9)
            .mapToObj(
                i -> {
                  Target target = begin();
                  target.requestEnded();
                  return port(target);
                })
            .toList();

    assertThat(chosen).containsExactly(1, 2, 3, 1, 2, 3, 1, 2, 3);
  }

  @Test
  void targetsThatBecomeUnhealthyAreLeftOutAndKeepTheirRequests() {
    healthy(2, LEAST);
    Target first = begin();
    Target second = node(group).target(target(2));

    node(group).state(second, TargetState.UNHEALTHY);
    assertThat(begin()).isSameAs(first);
    node(group).state(second, TargetState.HEALTHY);

    assertThat(List.of(begin(), begin())).containsOnly(second);
  }

  @Test
  void afterThreadsHaveBegunAndEndedRequestsAtOnceTheFewestAreStillKnown() throws Exception {
    healthy(7, LEAST);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        all.add(threads.submit(this::beginAndEndMany));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(node(group).serving()).allMatch(target -> target.outstandingRequests() == 0);
    List<Target> next = IntStream.range(0, 7).mapToObj(i -> begin()).toList();
    assertThat(next).doesNotHaveDuplicates();
  }

  private void beginAndEndMany() {
    Deque<Target> busy = new ArrayDeque<>();
    for (int i = 0; i < REQUESTS; i++) {
      busy.add(begin());
      if (busy.size() > 5) {
        busy.remove().requestEnded();
      }
    }
    busy.forEach(Target::requestEnded);
  }

  @Test
  void anyTargetIsChosenAtRandomWithEqualChances() {
    healthy(4, "weighted_random");
    Map<Integer, Integer> counts = new HashMap<>();
    int repeats = 0;
    int before = 0;
    for (int i = 0; i < REQUESTS; i++) {
      int chosen = port(group.choose(REQUEST));
      counts.merge(chosen, 1, Integer::sum);
      repeats += chosen == before ? 1 : 0;
      before = chosen;
    }

    int share = REQUESTS / 4;
    assertThat(counts).hasSize(4);
    assertThat(counts.values())
        .allSatisfy(count -> assertThat(count).isCloseTo(share, within(400)));
    assertThat(repeats).isCloseTo(share, within(400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"round_robin", LEAST, "weighted_random"})
  void withoutTargetsNoneIsChosen(String algorithm) {
    use(0, algorithm);

    assertThat(group.choose(REQUEST)).isNull();
  }

  @Test
  void anotherAlgorithmTakesOverAtOnce() {
    healthy(2, "round_robin");
    Target busy = begin();
    use(2, LEAST);

    Target other = begin();
    assertThat(other).isNotSameAs(busy);
    other.requestEnded();
    assertThat(IntStream.range(0, 3).mapToObj(i -> group.choose(REQUEST))).containsOnly(other);

    use(2, "round_robin");
    assertThat(IntStream.range(0, 2).mapToObj(i -> group.choose(REQUEST)))
        .containsExactlyInAnyOrder(busy, other);
  }

  @Test
  void webSocketConnectionsGoWhereTheFewestRequestsAreWhateverTheAlgorithm() {
    healthy(3, "round_robin");
    Exchange upgrade = ReceivedRequest.get("/");
    upgrade.webSocket(true);
    node(group).target(target(1)).requestBegan();
    node(group).target(target(3)).requestBegan();

    assertThat(IntStream.range(0, 3).mapToObj(i -> port(group.choose(upgrade)))).containsOnly(2);
  }
}
