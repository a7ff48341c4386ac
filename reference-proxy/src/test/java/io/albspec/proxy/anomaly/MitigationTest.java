package io.albspec.proxy.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MitigationTest {

  @Test
  void theWeightIsHalvedEveryPeriodDownToTheLeast() {
    SimulatedGroup group = new SimulatedGroup(1, 4, 50, 0).failing(0, 1).mitigating();

    group.pass();
    double first = group.weight(0);
    group.pass();
    double second = group.weight(0);
    group.pass(10);

    assertThat(first).isEqualTo(0.5);
    assertThat(second).isEqualTo(0.25);
    assertThat(group.weight(0)).isBetween(0.01, 0.1);
    assertThat(group.weight(1)).isEqualTo(1);
  }

  @Test
  void aSparedTargetStillGetsTheRequestsThatShowItsRecovery() {
    SimulatedGroup group = new SimulatedGroup(2, 4, 50, 0).failing(0, 1).mitigating();
    group.pass(12);

    int requests = 0;
    for (int period = 0; period < 12; period++) {
      group.pass();
      requests += group.served(0);
    }

    assertThat(requests).isBetween(15, 30);
  }

  @Test
  void aTargetThatRecoversComesBackByTenths() {
    SimulatedGroup group = new SimulatedGroup(3, 4, 50, 0).failing(0, 1).mitigating();
    group.pass(20);
    double least = group.weight(0);

    group.failing(0, 0).until(0, false, 100);
    double first = group.weight(0);
    group.pass(3);
    double fourth = group.weight(0);
    group.pass(9);

    assertThat(first).isEqualTo(least + 0.1, within(0.01));
    assertThat(fourth).isEqualTo(first + 0.3, within(0.001));
    assertThat(group.weight(0)).isEqualTo(1);
  }

  @Test
  void noTargetGetsMoreThanTwiceItsEvenShare() {
    SimulatedGroup group = new SimulatedGroup(4, 3, 100, 0).mitigating();
    group.failing(0, 1).failing(1, 1);

    group.pass(40);

    assertThat(group.served(2)).isBetween(190, 201);
  }

  @Test
  void whenAllFailAllGetTheirShare() {
    SimulatedGroup group = new SimulatedGroup(5, 5, 100, 0).failing(0, 1).mitigating();
    group.pass(20);

    IntStream.range(0, 5).forEach(target -> group.failing(target, 1));
    group.pass(40);

    assertThat(group.weight(0)).isEqualTo(1);
  }

  @Test
  void fewerRequestsFailWithItThanWithout() {
    SimulatedGroup group = new SimulatedGroup(6, 4, 100, 0).failing(0, 1).mitigating();

    group.pass(20);

    assertThat(group.served(0)).isLessThan(5);
  }

  @Test
  void itEndsAtOnce() {
    Watch watch = new Watch();
    watch.weight(0.3);

    Mitigation.end(java.util.List.of(watch));

    assertThat(watch.weight()).isEqualTo(1);
    assertThat(watch.isSpared()).isFalse();
  }
}
