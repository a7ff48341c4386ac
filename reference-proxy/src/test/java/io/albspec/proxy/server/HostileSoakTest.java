package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * All kinds of hostile clients at once, generation after generation, for {@code -Dsoak.seconds=N}:
 * another client is served all the time, and no generation leaves anything behind.
 */
class HostileSoakTest extends HostileGround {

  private static final Duration SOAK = Duration.ofSeconds(Integer.getInteger("soak.seconds", 2));
  private static final int LONGEST_SOAK_SECONDS = 4000;
  private static final int MEGABYTE = 1024 * 1024;
  private static final long MOST_LEFT_BEHIND = 2L * MEGABYTE;
  private static final int ROUNDS = 30;
  private static final int REQUESTS_A_ROUND = 10;
  private static final Duration ROUND = Duration.ofSeconds(1);
  private static final String HOST = " HTTP/1.1\r\nHost: h\r\n";

  /** What they send at first. Every round they send, or read, another bit. */
  private enum Habit {
    SAYS_NOTHING(1000, "", ""),
    SENDS_ITS_HEAD_SLOWLY(500, "GET " + ServingTarget.OK + HOST + "X: ", "x"),
    SENDS_ITS_BODY_SLOWLY(
        100, "POST " + ServingTarget.OK + HOST + "Content-Length: 1000\r\n\r\n", "x"),
    WAITS_IN_VAIN(100, "GET " + ServingTarget.NEVER + HOST + "\r\n", ""),
    SENDS_MORE_THAN_IT_READS(
        20,
        "GET " + ServingTarget.OK + HOST + "\r\n",
        ("GET " + ServingTarget.OK + HOST + "\r\n").repeat(5)),
    READS_SLOWLY(20, "GET " + ServingTarget.LARGE + 10 * MEGABYTE + HOST + "\r\n", "") {
      @Override
      void next(Crowd crowd) throws IOException {
        crowd.read(100);
      }
    };

    private final int count;
    private final String first;
    private final String next;

    Habit(int count, String first, String next) {
      this.count = count;
      this.first = first;
      this.next = next;
    }

    Crowd begin(int port) throws IOException {
      Crowd crowd = new Crowd(count, port);
      crowd.send(first);
      return crowd;
    }

    void next(Crowd crowd) throws IOException {
      if (!next.isEmpty()) {
        crowd.send(next);
      }
    }
  }

  private final List<Long> latencies = new ArrayList<>();

  @Test
  @Timeout(LONGEST_SOAK_SECONDS)
  void noGenerationLeavesAnythingBehind() throws Exception {
    long end = System.nanoTime() + SOAK.toNanos();
    generation();
    long first = Heap.used();
    long last = first;
    int generations = 1;
    while (System.nanoTime() < end) {
      generation();
      last = Heap.used();
      generations++;
    }

    report(generations, first, last);
    assertThat(last - first).isLessThan(MOST_LEFT_BEHIND);
  }

  private void generation() throws Exception {
    Map<Habit, Crowd> crowds = new EnumMap<>(Habit.class);
    try {
      for (Habit habit : Habit.values()) {
        crowds.put(habit, habit.begin(proxy.port()));
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (Map.Entry<Habit, Crowd> crowd : crowds.entrySet()) {
          crowd.getKey().next(crowd.getValue());
        }
        serveTheOther();
        proxy.time.advance(ROUND);
      }
    } finally {
      for (Crowd crowd : crowds.values()) {
        crowd.close();
      }
    }
    other.close();
    assertThat(proxy.heldInTheEnd()).isEqualTo(Held.NOTHING);
    other = new OtherClient(proxy);
  }

  private void serveTheOther() throws IOException {
    for (int i = 0; i < REQUESTS_A_ROUND; i++) {
      long begin = System.nanoTime();
      other.isServed();
      latencies.add(System.nanoTime() - begin);
    }
  }

  private void report(int generations, long first, long last) {
    Collections.sort(latencies);
    System.out.printf(
        "soak: %d generations of hostile clients; another's %d requests took %.1f ms at the median,"
            + " %.1f ms at the 99th percentile, %.1f ms at most; heap %.1f MB after the first"
            + " generation, %.1f MB after the last%n",
        generations,
        latencies.size(),
        millis(0.5),
        millis(0.99),
        millis(1),
        (double) first / MEGABYTE,
        (double) last / MEGABYTE);
  }

  private double millis(double quantile) {
    return latencies.get((int) (quantile * (latencies.size() - 1))) / 1e6;
  }
}
