package io.albspec.proxy.policy;

import java.util.List;

/**
 * A security policy (guide: "Security policies").
 *
 * @param name in full
 * @param versions of TLS, the oldest first
 * @param suites the ciphers, the preferred first
 */
public record SecurityPolicy(String name, List<TlsVersion> versions, List<CipherSuite> suites) {

  private static final String PREFIX = "ELBSecurityPolicy-";

  /** With copies of these lists, and the name without what all policies' names begin with. */
  static SecurityPolicy named(String name, List<TlsVersion> versions, List<CipherSuite> suites) {
    return new SecurityPolicy(PREFIX + name, List.copyOf(versions), List.copyOf(suites));
  }

  /** Whether it is one of those that use validated modules. */
  public boolean isFips() {
    return name.contains("-FIPS-");
  }

  /** Whether it has TLS 1.3. */
  public boolean hasTls13() {
    return versions.contains(TlsVersion.TLS13);
  }
}
