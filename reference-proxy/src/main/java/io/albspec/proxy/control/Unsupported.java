package io.albspec.proxy.control;

/**
 * What the API can say but no data plane here carries. It is refused when it is asked for, because
 * to accept it would be to promise it.
 */
public enum Unsupported {
  /** Lambda functions as targets. */
  LAMBDA_TARGETS("Lambda functions as targets are not carried"),
  /** Actions authenticate-oidc and authenticate-cognito. */
  AUTHENTICATION("Actions that authenticate users are not carried"),
  /** Address pools of an Outpost. */
  OUTPOSTS("Outposts are not carried"),
  /** Network and gateway load balancers. */
  OTHER_BALANCERS("Only load balancers of type application are carried");

  private final String reason;

  Unsupported(String reason) {
    this.reason = reason;
  }

  /** Why it is refused, as a client is told. */
  public String reason() {
    return reason;
  }

  /** The refusal: code {@code OperationNotPermitted}. */
  public ApiException refusal() {
    return new ApiException("OperationNotPermitted", reason);
  }

  /** Refuses it if it is asked for. */
  public void unless(boolean notAsked) throws ApiException {
    if (!notAsked) {
      throw refusal();
    }
  }
}
