package io.albspec.proxy.health;

import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;

/**
 * What came of one health check (guide: "Health check reason codes").
 *
 * @param isPass whether the target passed
 * @param reason why it failed; null if it passed
 * @param description the same in words; null if it passed
 */
record Outcome(boolean isPass, TargetHealthReasonEnum reason, String description) {

  /** An expected status code was returned in time. */
  static final Outcome PASSED = new Outcome(true, null, null);

  /** No answer within the timeout. */
  static final Outcome TIMED_OUT =
      new Outcome(false, TargetHealthReasonEnum.TARGET_TIMEOUT, "Request timed out");

  /** The connection was refused or broke, or the answer was no HTTP. */
  static final Outcome FAILED =
      new Outcome(
          false, TargetHealthReasonEnum.TARGET_FAILED_HEALTH_CHECKS, "Health checks failed");

  /** The check could not even be tried. */
  static final Outcome INTERNAL_ERROR =
      new Outcome(
          false,
          TargetHealthReasonEnum.ELB_INTERNAL_ERROR,
          "Health checks failed due to an internal error");

  /** Another status code than the expected ones. */
  static Outcome codeMismatch(int code) {
    return new Outcome(
        false,
        TargetHealthReasonEnum.TARGET_RESPONSE_CODE_MISMATCH,
        "Health checks failed with these codes: [%d]".formatted(code));
  }
}
