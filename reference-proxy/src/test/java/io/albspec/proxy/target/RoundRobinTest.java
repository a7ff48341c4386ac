package io.albspec.proxy.target;

import static io.albspec.proxy.target.GroupConfigs.config;
import static io.albspec.proxy.target.GroupConfigs.group;
import static io.albspec.proxy.target.GroupConfigs.node;
import static io.albspec.proxy.target.GroupConfigs.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.time.ManualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoundRobinTest {

  private static final Exchange REQUEST = ReceivedRequest.get("/");

  private static final int THREADS = 4;
  private static final int REQUESTS = 30_000;

  @Test
  void threadsTogetherSpreadRequestsEvenlyToTheRequest() throws Exception {
    LiveTargetGroup group = healthyGroup(3);

    Map<Integer, Integer> counts = chooseConcurrently(group, () -> {});

    assertThat(counts.values()).containsOnly(THREADS * REQUESTS / 3);
  }

  @Test
  void onlyServingTargetsAreChosenWhileHealthFlaps() throws Exception {
    LiveTargetGroup group = healthyGroup(5);
    Target flapping = node(group).serving().get(4);

    Map<Integer, Integer> counts =
        chooseConcurrently(
            group,
            () -> {
              node(group).state(flapping, TargetState.UNHEALTHY);
              node(group).state(flapping, TargetState.HEALTHY);
            });
    int flaps = counts.getOrDefault(5, 0);
    int rest = THREADS * REQUESTS - flaps;

    assertThat(counts.keySet()).isSubsetOf(1, 2, 3, 4, 5);
    for (int port = 1; port <= 4; port++) {
      assertThat((double) counts.get(port)).isBetween(rest * 0.2, rest * 0.3);
    }
  }

  @Property(tries = 200)
  void atEachChangeOfHealthNoTargetIsAheadOfAnotherByMoreThanOne(
      @ForAll List<@IntRange(min = 0, max = 9) Integer> requestsBetween) {
    LiveTargetGroup group = healthyGroup(4);
    Target last = node(group).serving().get(3);
    Map<Integer, Integer> counts = new HashMap<>();

    for (int requests : requestsBetween) {
      choose(group, requests, counts);
      boolean healthy = last.state() == TargetState.HEALTHY;
      node(group).state(last, healthy ? TargetState.UNHEALTHY : TargetState.HEALTHY);
    }
    choose(group, 12, counts);
    List<Integer> others = IntStream.rangeClosed(1, 3).mapToObj(counts::get).toList();

    assertThat(java.util.Collections.max(others) - java.util.Collections.min(others))
        .isLessThanOrEqualTo(1);
  }

  @Test
  void aTargetThatBecomesHealthyHasItsTurnBehindTheOneThatWasChosenLast() {
    LiveTargetGroup group = healthyGroup(2);
    Target second = node(group).serving().get(1);
    node(group).state(second, TargetState.UNHEALTHY);
    Target first = group.choose(REQUEST);

    node(group).state(second, TargetState.HEALTHY);
    node(group).state(second, TargetState.UNHEALTHY);
    node(group).state(second, TargetState.HEALTHY);

    assertThat(group.choose(REQUEST)).isEqualTo(second);
    assertThat(group.choose(REQUEST)).isEqualTo(first);
  }

  private static LiveTargetGroup healthyGroup(int targets) {
    TargetGroups groups = new TargetGroups(new ManualTime(Instant.EPOCH));
    groups.update(
        config(
            group(
                IntStream.rangeClosed(1, targets)
                    .mapToObj(GroupConfigs::target)
                    .toArray(TargetConfig[]::new))));
    LiveTargetGroup group = groups.group(GroupConfigs.ARN);
    for (int port = 1; port <= targets; port++) {
      node(group).state(node(group).target(target(port)), TargetState.HEALTHY);
    }
    return group;
  }

  private static void choose(LiveTargetGroup group, int requests, Map<Integer, Integer> counts) {
    for (int i = 0; i < requests; i++) {
      counts.merge(group.choose(REQUEST).address().getPort(), 1, Integer::sum);
    }
  }

  private static Map<Integer, Integer> chooseConcurrently(LiveTargetGroup group, Runnable change)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
    AtomicBoolean over = new AtomicBoolean();
    try {
      Callable<Map<Integer, Integer>> client =
          () -> {
            Map<Integer, Integer> counts = new HashMap<>();
            choose(group, REQUESTS, counts);
            return counts;
          };
      List<Future<Map<Integer, Integer>>> clients = new ArrayList<>();
      IntStream.range(0, THREADS).forEach(i -> clients.add(threads.submit(client)));
      Future<?> changes =
          threads.submit(
              () -> {
                while (!over.get()) {
                  change.run();
                }
              });
      Map<Integer, Integer> all = new HashMap<>();
      for (Future<Map<Integer, Integer>> each : clients) {
        each.get().forEach((port, count) -> all.merge(port, count, Integer::sum));
      }
      over.set(true);
      changes.get();
      return all;
    } finally {
      threads.shutdownNow();
    }
  }
}
