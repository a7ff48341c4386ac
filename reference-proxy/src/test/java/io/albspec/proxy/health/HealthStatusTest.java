package io.albspec.proxy.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.target.GroupConfigs;
import io.albspec.proxy.target.TargetState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthStatusTest {

  private static final HealthCheckSettings SETTINGS =
      HealthCheckSettings.of(
          GroupConfigs.group(g -> g.healthyThresholdCount(3), java.util.Map.of()).resource(),
          false);

  @ParameterizedTest
  @CsvSource({
    "'',           INITIAL",
    "P,            HEALTHY",
    "F,            INITIAL",
    "FP,           HEALTHY",
    "FF,           UNHEALTHY",
    "PF,           HEALTHY",
    "PFPF,         HEALTHY",
    "PFF,          UNHEALTHY",
    "FFPP,         UNHEALTHY",
    "FFPPP,        HEALTHY",
    "FFPPFPP,      UNHEALTHY",
    "FFPPFPPP,     HEALTHY",
    "FFPPPF,       HEALTHY"
  })
  void statesFollowTheThresholds(String checks, TargetState state) {
    assertThat(after(checks).state()).isEqualTo(state);
  }

  @Test
  void theReasonIsThatOfTheLatestFailedCheck() {
    HealthStatus unhealthy = after("FF").after(Outcome.TIMED_OUT, SETTINGS);

    assertThat(unhealthy.shown().reasonAsString()).isEqualTo("Target.Timeout");
    assertThat(unhealthy.shown().description()).isEqualTo("Request timed out");
    assertThat(unhealthy.after(Outcome.PASSED, SETTINGS).shown()).isEqualTo(unhealthy.shown());
  }

  @Test
  void aHealthyTargetHasNoReason() {
    assertThat(after("P").shown().stateAsString()).isEqualTo("healthy");
    assertThat(after("PF").shown().reasonAsString()).isNull();
  }

  @Test
  void anInitialTargetSaysHowFarItIs() {
    assertThat(HealthStatus.REGISTERING.shown().reasonAsString())
        .isEqualTo("Elb.RegistrationInProgress");
    assertThat(HealthStatus.CHECKING.shown().reasonAsString())
        .isEqualTo("Elb.InitialHealthChecking");
    assertThat(HealthStatus.CHECKING.shown().description())
        .isEqualTo("Initial health checks in progress");
  }

  private static HealthStatus after(String checks) {
    HealthStatus status = HealthStatus.CHECKING;
    for (int i = 0; i < checks.length(); i++) {
      boolean pass = checks.charAt(i) == 'P';
      status = status.after(pass ? Outcome.PASSED : Outcome.codeMismatch(503), SETTINGS);
    }
    return status;
  }
}
