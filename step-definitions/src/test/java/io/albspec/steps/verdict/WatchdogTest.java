package io.albspec.steps.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  @Test
  void aStuckScenarioIsInterruptedAndShowsWhereItWas() {
    try (Watchdog watchdog = new Watchdog(Duration.ofMillis(50))) {
      assertThatThrownBy(() -> Thread.sleep(20_000)).isInstanceOf(InterruptedException.class);

      assertThat(watchdog.dump())
          .hasValueSatisfying(dump -> assertThat(dump).contains("WatchdogTest"));
    }
  }

  @Test
  void aDeclaredWaitPutsItOff() throws InterruptedException {
    try (Watchdog watchdog = new Watchdog(Duration.ofMillis(50))) {
      watchdog.extend(Duration.ofSeconds(30));

      Thread.sleep(120);

      assertThat(watchdog.dump()).isEmpty();
    }
  }

  @Test
  void theThreadOfAStuckScenarioServesTheNext() {
    try (Watchdog watchdog = new Watchdog(Duration.ofMillis(20))) {
      while (watchdog.dump().isEmpty()) {
        Thread.onSpinWait();
      }
    }

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
