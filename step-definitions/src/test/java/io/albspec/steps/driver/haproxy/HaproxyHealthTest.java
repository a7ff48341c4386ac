package io.albspec.steps.driver.haproxy;

import static io.albspec.steps.driver.haproxy.Groups.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** What the real HAProxy finds out about targets. */
@Timeout(60)
class HaproxyHealthTest {

  private static final Duration CHECKED_WITHIN = Duration.ofSeconds(15);

  private LocalListener listener;
  private HaproxyDataPlane haproxy;
  private EchoTarget blue;

  @BeforeEach
  void start() throws IOException {
    haproxy = HaproxyDataPlane.start(InstalledHaproxy.orSkip(), arn -> Optional.empty());
    listener = LocalListener.free();
    blue = new EchoTarget("blue");
  }

  @AfterEach
  void close() {
    if (haproxy != null) {
      haproxy.close();
      blue.close();
    }
  }

  @Test
  void aTargetThatPassesIsHealthyAndStaysSoOverAReload() throws Exception {
    TargetGroupConfig group = checked(blue.target());
    forwardTo(group);
    assertThat(settled(group, blue.target()).state()).isEqualTo(TargetHealthStateEnum.HEALTHY);

    haproxy.apply(
        listener
            .snapshot()
            .attribute("idle_timeout.timeout_seconds", "61")
            .group(group)
            .otherwise(Actions.forward(group))
            .config());

    assertThat(haproxy.health(group, blue.target()).state())
        .isEqualTo(TargetHealthStateEnum.HEALTHY);
  }

  @Test
  void anotherStatusIsAResponseCodeMismatchAndStaysSoOverAReload() throws Exception {
    blue.health(503);
    TargetGroupConfig group = checked(blue.target());
    forwardTo(group);
    TargetHealth before = settled(group, blue.target());

    haproxy.apply(
        listener
            .snapshot()
            .group(group)
            .rule(1, Actions.fixed("200", null, null), ConditionSamples.path("/new"))
            .otherwise(Actions.forward(group))
            .config());

    assertThat(before.state()).isEqualTo(TargetHealthStateEnum.UNHEALTHY);
    assertThat(before.reasonAsString()).isEqualTo("Target.ResponseCodeMismatch");
    assertThat(before.description()).isEqualTo("Health checks failed with these codes: [503]");
    assertThat(haproxy.health(group, blue.target())).isEqualTo(before);
  }

  @Test
  void anotherHealthCheckPortTakesEffect() throws Exception {
    int nobody = LocalListener.free().port();
    TargetGroupConfig before =
        Groups.with(checked(blue.target()), it -> it.healthCheckPort("" + blue.port()));
    TargetGroupConfig after = Groups.with(before, it -> it.healthCheckPort("" + nobody));
    forwardTo(before);
    assertThat(healthy(settled(before, blue.target()))).isTrue();

    forwardTo(after);

    assertThat(Await.within(CHECKED_WITHIN, () -> !healthy(haproxy.health(after, blue.target()))))
        .isTrue();
  }

  @Test
  void aRefusedConnectionIsAFailedHealthCheck() throws Exception {
    TargetConfig nobody = Groups.target(LocalListener.free().port());
    TargetGroupConfig group = checked(nobody);
    forwardTo(group);

    TargetHealth health = settled(group, nobody);

    assertThat(health.state()).isEqualTo(TargetHealthStateEnum.UNHEALTHY);
    assertThat(health.reasonAsString()).isEqualTo("Target.FailedHealthChecks");
  }

  @Test
  void aTargetThatDoesNotAnswerTimesOut() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      TargetConfig target = Groups.target(silent.getLocalPort());
      TargetGroupConfig group = checked(target);
      forwardTo(group);

      TargetHealth health = settled(group, target);

      assertThat(health.state()).isEqualTo(TargetHealthStateEnum.UNHEALTHY);
      assertThat(health.reasonAsString()).isEqualTo("Target.Timeout");
    }
  }

  @Test
  void aTargetNobodyKnowsIsBeingRegistered() {
    TargetHealth health = haproxy.health(checked(blue.target()), blue.target());

    assertThat(health.state()).isEqualTo(TargetHealthStateEnum.INITIAL);
    assertThat(health.reasonAsString()).isEqualTo("Elb.RegistrationInProgress");
  }

  @Test
  void onlyHealthyTargetsGetRequestsUntilNoneIsHealthy() throws Exception {
    TargetConfig bad = Groups.target(LocalListener.free().port());
    TargetGroupConfig group = checked(bad, blue.target());
    forwardTo(group);
    settled(group, bad);
    settled(group, blue.target());
    for (int i = 0; i < 4; i++) {
      assertThat(RawClient.get(listener.socket(), "/")).contains("blue");
    }

    blue.health(500);
    boolean failed =
        Await.within(CHECKED_WITHIN, () -> !healthy(haproxy.health(group, blue.target())));

    assertThat(failed).isTrue();
    assertThat(RawClient.get(listener.socket(), "/") + RawClient.get(listener.socket(), "/"))
        .as("fail open")
        .contains("blue");
  }

  private static TargetGroupConfig checked(TargetConfig... targets) {
    return Groups.with(
        group("blue", targets),
        group ->
            group
                .healthCheckPath("/health")
                .healthCheckIntervalSeconds(5)
                .healthCheckTimeoutSeconds(2));
  }

  private void forwardTo(TargetGroupConfig group) throws ApiException {
    haproxy.apply(listener.snapshot().group(group).otherwise(Actions.forward(group)).config());
  }

  private TargetHealth settled(TargetGroupConfig group, TargetConfig target) {
    Await.within(
        CHECKED_WITHIN,
        () -> haproxy.health(group, target).state() != TargetHealthStateEnum.INITIAL);
    return haproxy.health(group, target);
  }

  private static boolean healthy(TargetHealth health) {
    return health.state() == TargetHealthStateEnum.HEALTHY;
  }
}
