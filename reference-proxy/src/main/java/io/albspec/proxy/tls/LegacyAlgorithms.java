package io.albspec.proxy.tls;

import java.security.Security;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The policies for old clients have versions and ciphers that the JDK disables for the whole
 * process. It looks at its settings when TLS is first used, so this must come before.
 */
final class LegacyAlgorithms {

  private static final String DISABLED = "jdk.tls.disabledAlgorithms";
  private static final String SEPARATOR = ",";
  private static final Set<String> NEEDED = Set.of("TLSv1", "TLSv1.1", "3DES_EDE_CBC", "TLS_RSA_*");

  private LegacyAlgorithms() {}

  /** Lets them be used; what else is disabled stays so. */
  static void enable() {
    String disabled = Security.getProperty(DISABLED);
    if (disabled != null) {
      Security.setProperty(
          DISABLED,
          Stream.of(disabled.split(SEPARATOR, -1))
              .map(String::strip)
              .filter(algorithm -> !NEEDED.contains(algorithm))
              .collect(Collectors.joining(SEPARATOR)));
    }
  }
}
