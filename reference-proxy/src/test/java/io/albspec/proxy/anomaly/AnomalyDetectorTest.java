package io.albspec.proxy.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The detector on simulated traffic, always the same. One period is five seconds. */
class AnomalyDetectorTest {

  private static final int NEVER = 1000;
  private static final int SEEDS = 200;

  @ParameterizedTest
  @CsvSource({
    // targets, requests per target and period, part that fails, periods
    "  3,    1, 0.5,  100_000",
    "  3,   50, 0.01,  50_000",
    "  3,   50, 0.3,   50_000",
    "  5,   20, 0,     10_000",
    " 10,   20, 0.05,  20_000",
    " 10,    5, 1,     20_000",
    "100,    2, 0.2,    5_000",
    "100,  100, 0.001,  1_000",
  })
  void targetsThatFailAlikeAreNeverAnomalous(
      int targets, int requests, double failing, String periods) {
    SimulatedGroup group = new SimulatedGroup(1, targets, requests, failing);

    for (int i = 0; i < Integer.parseInt(periods.replace("_", "")); i++) {
      group.pass();

      assertThat(group.anomalous()).isEmpty();
    }
  }

  @Test
  void aSmallDifferenceIsNotAnAnomalyHoweverCertainItIs() {
    SimulatedGroup group = new SimulatedGroup(2, 4, 5_000, 0.1).failing(0, 0.15);

    group.pass(500);

    assertThat(group.anomalous()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // targets, requests, part that fails, part of the bad one, periods: half of the times, at most
    "  3,    1, 0,     1,    12, 12",
    "  3,   10, 0,     1,     2, 2",
    "  3,   20, 0,     1,     1, 1",
    "  3,   50, 0.01,  0.5,   2, 2",
    "  3,   50, 0.01,  0.1,   9, 26",
    "  5,   20, 0,     1,     1, 1",
    " 10,   20, 0.05,  0.5,   3, 4",
    " 10,   20, 0.001, 0.1,   6, 16",
    "100,    5, 0.001, 1,     1, 2",
    "100,   50, 0.001, 0.05,  4, 10",
  })
  void aTargetThatFailsMoreOftenIsFoundSoon(
      int targets, int requests, double failing, double bad, int median, int most) {
    int[] periods = new int[SEEDS];
    for (int seed = 0; seed < SEEDS; seed++) {
      SimulatedGroup group = new SimulatedGroup(seed, targets, requests, failing);
      group.pass(12);

      periods[seed] = group.failing(0, bad).until(0, true, NEVER);

      assertThat(group.anomalous()).containsExactly(0);
    }
    Arrays.sort(periods);
    assertThat(new int[] {periods[SEEDS / 2], periods[SEEDS - 1]}).containsExactly(median, most);
  }

  @Test
  void severalOfManyAreFound() {
    SimulatedGroup group = new SimulatedGroup(3, 10, 50, 0.01).failing(0, 0.5).failing(1, 1);

    group.pass(3);

    assertThat(group.anomalous()).containsExactly(0, 1);
  }

  @Test
  void ofThreeTwoMayDeviateFromTheThird() {
    SimulatedGroup group = new SimulatedGroup(4, 3, 100, 0).failing(0, 0.5).failing(1, 0.5);

    group.pass(12);

    assertThat(group.anomalous()).containsExactly(0, 1);
  }

  @Test
  void whenAllBeginToFailNoneIsAnomalous() {
    SimulatedGroup group = new SimulatedGroup(5, 6, 50, 0);
    group.pass(20);

    IntStream.range(0, 6).forEach(target -> group.failing(target, 1));
    group.pass(30);

    assertThat(group.anomalous()).isEmpty();
  }

  @Test
  void anAnomalousTargetIsNormalAgainWhenAllOthersFailToo() {
    SimulatedGroup group = new SimulatedGroup(6, 6, 50, 0).failing(0, 1);
    group.pass(4);

    IntStream.range(0, 6).forEach(target -> group.failing(target, 1));
    group.pass(6);

    assertThat(group.anomalous()).isEmpty();
  }

  @Test
  void fewRequestsProveNothing() {
    SimulatedGroup group = new SimulatedGroup(7, 3, 0, 0);
    group.pass(10);

    assertThat(group.anomalous()).isEmpty();
  }

  @Test
  void aTargetThatRecoversIsNormalWithinAMinute() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SimulatedGroup group = new SimulatedGroup(seed, 4, 50, 0.01).failing(0, 0.5);
      group.pass(20);

      int periods = group.failing(0, 0.01).until(0, false, NEVER);

      assertThat(periods).as("seed %s", seed).isBetween(1, 12);
    }
  }

  @ParameterizedTest
  @CsvSource({"50, 0.5, 0", "50, 0.1, 0", "10, 0.3, 2"})
  void aTargetThatStaysBadStaysAnomalous(int requests, double bad, int most) {
    SimulatedGroup group = new SimulatedGroup(8, 5, requests, 0.005).failing(0, bad);
    group.until(0, true, NEVER);
    int changes = 0;

    for (int hour = 0; hour < 720; hour++) {
      List<Integer> before = group.anomalous();
      group.pass();
      changes += before.equals(group.anomalous()) ? 0 : 1;
    }

    assertThat(changes).isLessThanOrEqualTo(most);
  }
}
