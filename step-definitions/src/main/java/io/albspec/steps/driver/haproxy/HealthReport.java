package io.albspec.steps.driver.haproxy;

import static software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum.ELB_INITIAL_HEALTH_CHECKING;
import static software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum.ELB_REGISTRATION_IN_PROGRESS;
import static software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum.TARGET_FAILED_HEALTH_CHECKS;
import static software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum.TARGET_RESPONSE_CODE_MISMATCH;
import static software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum.TARGET_TIMEOUT;

import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** HAProxy's view of a server in the guide's terms (guide, "Health check reason codes"). */
final class HealthReport {

  private HealthReport() {}

  /** A target that no running process knows yet. */
  static TargetHealth registering() {
    return health(
        TargetHealthStateEnum.INITIAL,
        ELB_REGISTRATION_IN_PROGRESS,
        "Target registration is in progress");
  }

  static TargetHealth of(ServerCheck check) {
    if (check.pending()) {
      return health(
          TargetHealthStateEnum.INITIAL,
          ELB_INITIAL_HEALTH_CHECKING,
          "Initial health checks in progress");
    }
    return check.status().startsWith("UP")
        ? TargetHealth.builder().state(TargetHealthStateEnum.HEALTHY).build()
        : unhealthy(check);
  }

  private static TargetHealth unhealthy(ServerCheck check) {
    return switch (check.last()) {
      case "L7STS" ->
          unhealthy(
              TARGET_RESPONSE_CODE_MISMATCH,
              "Health checks failed with these codes: [%s]".formatted(check.code()));
      case "L4TOUT", "L6TOUT", "L7TOUT" -> unhealthy(TARGET_TIMEOUT, "Request timed out");
      default -> unhealthy(TARGET_FAILED_HEALTH_CHECKS, "Health checks failed");
    };
  }

  private static TargetHealth unhealthy(TargetHealthReasonEnum reason, String description) {
    return health(TargetHealthStateEnum.UNHEALTHY, reason, description);
  }

  private static TargetHealth health(
      TargetHealthStateEnum state, TargetHealthReasonEnum reason, String description) {
    return TargetHealth.builder().state(state).reason(reason).description(description).build();
  }
}
