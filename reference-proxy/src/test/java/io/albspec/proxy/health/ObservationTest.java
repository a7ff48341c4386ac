package io.albspec.proxy.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.target.TargetState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/** What is said of a target that several nodes check. */
class ObservationTest {

  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final long NOW = Duration.ofSeconds(100).toNanos();

  @ParameterizedTest(name = "{0} and {2} ago {1}, then {3}: {4}")
  @CsvSource({
    "HEALTHY,HEALTHY,0,HEALTHY,HEALTHY",
    "UNHEALTHY,UNHEALTHY,0,UNHEALTHY,UNHEALTHY",
    "HEALTHY,UNHEALTHY,9,HEALTHY,HEALTHY",
    "HEALTHY,UNHEALTHY,11,HEALTHY,UNHEALTHY",
    "UNHEALTHY,HEALTHY,9,UNHEALTHY,UNHEALTHY",
    "UNHEALTHY,HEALTHY,11,UNHEALTHY,UNHEALTHY",
    "INITIAL,HEALTHY,1,INITIAL,INITIAL",
    "HEALTHY,INITIAL,1,HEALTHY,HEALTHY",
    "HEALTHY,INITIAL,11,HEALTHY,INITIAL",
    "INITIAL,UNHEALTHY,1,HEALTHY,INITIAL",
  })
  void nodesAgreeOrTheirDifferenceLasts(
      TargetState before, TargetState changed, int secondsAgo, TargetState other, TargetState all) {
    List<Observation> observations =
        List.of(seen(before, 50), seen(changed, secondsAgo), seen(other, 60));

    assertThat(Observation.agreed(observations, INTERVAL, NOW).state()).isEqualTo(all);
  }

  private static Observation seen(TargetState state, int secondsAgo) {
    HealthStatus status = new HealthStatus(state, 0, 0, TargetHealth.builder().build());
    return new Observation(status, NOW - Duration.ofSeconds(secondsAgo).toNanos());
  }
}
