package io.albspec.steps.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WallClockTest {

  @Test
  void scaledTimePassesFaster() {
    try (WallClock clock = new WallClock(100)) {
      Instant before = clock.now();
      long real = System.nanoTime();

      clock.pass(Duration.ofSeconds(5));

      assertThat(Duration.between(before, clock.now()))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(5));
      assertThat(Duration.ofNanos(System.nanoTime() - real)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void aScaleBelowOneIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new WallClock(0));
  }
}
