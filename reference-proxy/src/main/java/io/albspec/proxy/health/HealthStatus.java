package io.albspec.proxy.health;

import io.albspec.proxy.target.TargetState;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/**
 * What is known about a target after its health checks so far (guide: "Target health status").
 *
 * @param state the state that routing goes by
 * @param passed consecutive passed checks up to now
 * @param failed consecutive failed checks up to now
 * @param shown the state as DescribeTargetHealth has it
 */
record HealthStatus(TargetState state, int passed, int failed, TargetHealth shown) {

  /** Registered; no check has been sent. */
  static final HealthStatus REGISTERING =
      initial(
          TargetHealthReasonEnum.ELB_REGISTRATION_IN_PROGRESS,
          "Target registration is in progress");

  /** The first check has been sent. */
  static final HealthStatus CHECKING =
      initial(
          TargetHealthReasonEnum.ELB_INITIAL_HEALTH_CHECKING, "Initial health checks in progress");

  private static HealthStatus initial(TargetHealthReasonEnum reason, String description) {
    return new HealthStatus(
        TargetState.INITIAL, 0, 0, show(TargetHealthStateEnum.INITIAL, reason, description));
  }

  private static TargetHealth show(
      TargetHealthStateEnum state, TargetHealthReasonEnum reason, String description) {
    return TargetHealth.builder().state(state).reason(reason).description(description).build();
  }

  /** What is known after one more check. */
  HealthStatus after(Outcome outcome, HealthCheckSettings settings) {
    return outcome.isPass() ? afterPass(settings) : afterFailure(outcome, settings);
  }

  /** How much it says against the target: the more, the higher. */
  int severity() {
    return switch (state) {
      case HEALTHY -> 0;
      case INITIAL -> 1;
      case UNHEALTHY -> 2;
    };
  }

  private HealthStatus afterPass(HealthCheckSettings settings) {
    int inRow = passed + 1;
    boolean healthy = state != TargetState.UNHEALTHY || inRow >= settings.healthyThreshold();
    return healthy
        ? new HealthStatus(
            TargetState.HEALTHY, inRow, 0, show(TargetHealthStateEnum.HEALTHY, null, null))
        : new HealthStatus(state, inRow, 0, shown);
  }

  private HealthStatus afterFailure(Outcome outcome, HealthCheckSettings settings) {
    int inRow = failed + 1;
    boolean unhealthy = state == TargetState.UNHEALTHY || inRow >= settings.unhealthyThreshold();
    return unhealthy
        ? new HealthStatus(
            TargetState.UNHEALTHY,
            0,
            inRow,
            show(TargetHealthStateEnum.UNHEALTHY, outcome.reason(), outcome.description()))
        : new HealthStatus(state, 0, inRow, shown);
  }
}
