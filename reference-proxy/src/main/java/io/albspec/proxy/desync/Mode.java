package io.albspec.proxy.desync;

/** The values of {@code routing.http.desync_mitigation_mode} (guide: "Modes"). */
public enum Mode {
  MONITOR(Treatment.ALLOWED, Treatment.ALLOWED, Treatment.ALLOWED),
  DEFENSIVE(Treatment.ALLOWED, Treatment.ALLOWED_ONCE, Treatment.BLOCKED),
  STRICTEST(Treatment.BLOCKED, Treatment.BLOCKED, Treatment.BLOCKED);

  private final Treatment acceptable;
  private final Treatment ambiguous;
  private final Treatment severe;

  Mode(Treatment acceptable, Treatment ambiguous, Treatment severe) {
    this.acceptable = acceptable;
    this.ambiguous = ambiguous;
    this.severe = severe;
  }

  /** What becomes of a request. */
  public enum Treatment {
    /** It is routed. */
    ALLOWED,
    /** It is routed, and the client's and the target's connection are closed after it. */
    ALLOWED_ONCE,
    /** It is answered with 400, and the client's connection is closed. */
    BLOCKED
  }

  /** The mode of that name in the guide. */
  public static Mode named(String attribute) {
    return switch (attribute) {
      case "monitor" -> MONITOR;
      case "strictest" -> STRICTEST;
      default -> DEFENSIVE;
    };
  }

  /** What becomes of a request of that classification. */
  public Treatment treat(Tier tier) {
    return switch (tier) {
      case COMPLIANT -> Treatment.ALLOWED;
      case ACCEPTABLE -> acceptable;
      case AMBIGUOUS -> ambiguous;
      case SEVERE -> severe;
    };
  }
}
