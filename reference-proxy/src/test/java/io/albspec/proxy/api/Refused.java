package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;

/** Calls that the API must refuse. */
final class Refused {

  private Refused() {}

  /** The call fails with that code and a message that contains that text. */
  static void with(String code, String message, ThrowingCallable call) {
    ElasticLoadBalancingV2Exception refusal =
        catchThrowableOfType(ElasticLoadBalancingV2Exception.class, call);

    assertThat(refusal).as("refusal with %s", code).isNotNull();
    AwsErrorDetails details = refusal.awsErrorDetails();
    assertThat(details.errorCode()).as(details.errorMessage()).isEqualTo(code);
    assertThat(details.errorMessage()).contains(message);
    assertThat(refusal.requestId()).isNotBlank();
  }

  /** The call fails with ValidationError and that text. */
  static void validation(String message, ThrowingCallable call) {
    with("ValidationError", message, call);
  }
}
