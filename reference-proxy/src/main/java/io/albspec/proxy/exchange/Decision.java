package io.albspec.proxy.exchange;

/**
 * What was decided about a request and what came of it, as the access log tells it. Mutable; part
 * of an {@link Exchange}.
 */
public final class Decision {

  /** The priority of the default rule, as the access log has it. */
  public static final int DEFAULT_RULE = 0;

  /** No rule was evaluated. */
  public static final int NO_RULE = -2;

  private int rulePriority;
  private String actions;
  private String redirectUrl;
  private String errorReason;
  private String targetGroupArn;
  private String target;

  Decision() {
    clear();
  }

  void clear() {
    rulePriority = NO_RULE;
    actions = "";
    redirectUrl = "";
    errorReason = "";
    targetGroupArn = "";
    target = "";
  }

  /** A rule matched: its priority (0 for the default rule) and the action taken. */
  public void rule(int priority, String action) {
    this.rulePriority = priority;
    this.actions = action;
  }

  /** The request goes to this target group. */
  public void targetGroup(String arn) {
    this.targetGroupArn = arn;
  }

  /** The request goes to this target, {@code address:port}. */
  public void target(String addressAndPort) {
    this.target = addressAndPort;
  }

  /** The request was redirected there. */
  public void redirectUrl(String url) {
    this.redirectUrl = url;
  }

  /** The request failed for this error reason code. */
  public void errorReason(String code) {
    this.errorReason = code;
  }

  /** The priority of the rule, 1 to 50000, {@link #DEFAULT_RULE} or what else is defined here. */
  public int rulePriority() {
    return rulePriority;
  }

  /** The actions executed, comma-separated; empty if none was. */
  public String actions() {
    return actions;
  }

  /** The URL of a redirect, else empty. */
  public String redirectUrl() {
    return redirectUrl;
  }

  /** The error reason code, else empty. */
  public String errorReason() {
    return errorReason;
  }

  /** The ARN of the target group, else empty. */
  public String targetGroupArn() {
    return targetGroupArn;
  }

  /** The target as {@code address:port}, else empty. */
  public String target() {
    return target;
  }
}
