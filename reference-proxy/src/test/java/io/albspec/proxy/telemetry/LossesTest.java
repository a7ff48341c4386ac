package io.albspec.proxy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossesTest {

  @Test
  void eachLossIsToldOnce() {
    Losses losses = new Losses("app/a/b");
    losses.add(2);
    losses.add(1);

    assertThat(losses.untold()).isEqualTo(3);
    assertThat(losses.untold()).isZero();
    losses.add(4);

    assertThat(losses.untold()).isEqualTo(4);
    assertThat(losses.sum()).isEqualTo(7);
  }
}
