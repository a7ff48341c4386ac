package io.albspec.proxy.desync;

/** The classifications of the guide's "Desync mitigation mode", the harmless first. */
public enum Tier {
  /** Complies with RFC 7230. */
  COMPLIANT("Compliant"),
  /** Does not comply, but poses no known threat. */
  ACCEPTABLE("Acceptable"),
  /** Servers and proxies could handle it differently. */
  AMBIGUOUS("Ambiguous"),
  /** Poses a high risk. */
  SEVERE("Severe");

  private final String label;

  Tier(String label) {
    this.label = label;
  }

  /** The name in the guide and the access log. */
  public String label() {
    return label;
  }
}
