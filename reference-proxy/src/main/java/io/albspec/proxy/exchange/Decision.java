package io.albspec.proxy.exchange;

/**
 * What was decided about a request and what came of it, as the access log tells it. Mutable; part
 * of an {@link Exchange}.
 */
public final class Decision {

  /** The priority of the default rule, as the access log has it. */
  public static final int DEFAULT_RULE = 0;

  /** The evaluation of the rules failed. */
  public static final int RULES_FAILED = -1;

  /** No rule was evaluated. */
  public static final int NO_RULE = -2;

  private int rulePriority;
  private String actions;
  private String redirectUrl;
  private String errorReason;
  private String targetGroupArn;
  private boolean weighted;
  private boolean newSession;
  private String target;
  private String classification;
  private String classificationReason;

  Decision() {
    clear();
  }

  void clear() {
    rulePriority = NO_RULE;
    actions = "";
    redirectUrl = "";
    errorReason = "";
    targetGroupArn = "";
    weighted = false;
    newSession = false;
    target = "";
    classification = "";
    classificationReason = "";
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

  /** The target group is one of several of the action. */
  public void weighted() {
    this.weighted = true;
  }

  /** The group has sticky sessions, and the request is in none of them. */
  public void newSession() {
    this.newSession = true;
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

  /**
   * The request does not comply with RFC 7230 (guide: "Desync mitigation mode").
   *
   * @param tier such as {@code Ambiguous}
   * @param reason the reason code
   */
  public void classification(String tier, String reason) {
    this.classification = tier;
    this.classificationReason = reason;
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

  /** Whether the target group was chosen among several by their weights, or by a cookie. */
  public boolean isWeighted() {
    return weighted;
  }

  /** Whether a target had to be chosen since there was no session to go on with. */
  public boolean isNewSession() {
    return newSession;
  }

  /** The target as {@code address:port}, else empty. */
  public String target() {
    return target;
  }

  /** The tier of a request that does not comply with RFC 7230; empty, or {@code -}, if it does. */
  public String classification() {
    return classification;
  }

  /** The reason code for that tier; empty, or {@code -}, if the request complies. */
  public String classificationReason() {
    return classificationReason;
  }
}
