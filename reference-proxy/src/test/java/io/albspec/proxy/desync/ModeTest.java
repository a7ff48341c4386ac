package io.albspec.proxy.desync;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.desync.Mode.Treatment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeTest {

  @ParameterizedTest
  @CsvSource({
    "COMPLIANT, ALLOWED, ALLOWED, ALLOWED",
    "ACCEPTABLE, ALLOWED, ALLOWED, BLOCKED",
    "AMBIGUOUS, ALLOWED, ALLOWED_ONCE, BLOCKED",
    "SEVERE, ALLOWED, BLOCKED, BLOCKED"
  })
  void treatsEachTierAsTheGuidesTableSays(
      Tier tier, Treatment monitor, Treatment defensive, Treatment strictest) {
    assertThat(Mode.named("monitor").treat(tier)).isEqualTo(monitor);
    assertThat(Mode.named("defensive").treat(tier)).isEqualTo(defensive);
    assertThat(Mode.named("strictest").treat(tier)).isEqualTo(strictest);
  }
}
