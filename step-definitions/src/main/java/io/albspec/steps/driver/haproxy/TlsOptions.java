package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.policy.CipherSuite;
import io.albspec.proxy.policy.SecurityPolicies;
import io.albspec.proxy.policy.SecurityPolicy;
import io.albspec.proxy.policy.TlsVersion;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;

/** What HAProxy is told of TLS: by a listener's policy, and by the one towards targets. */
final class TlsOptions {

  /** Where the files of certificates are, as an environment variable of HAProxy. */
  static final String DIRECTORY = "CERTIFICATES";

  /** Old versions and small keys are for the policy to refuse, not for OpenSSL. */
  private static final String ANY_STRENGTH = ":@SECLEVEL=0";

  private TlsOptions() {}

  /**
   * How a secure listener binds. The first certificate is presented where none has the name that a
   * client asks for.
   */
  static String bind(
      Listener listener, Map<String, String> attributes, List<PemFile> certificates) {
    String files =
        certificates.stream()
            .map(file -> " crt \"${%s}/%s\"".formatted(DIRECTORY, file.name()))
            .collect(Collectors.joining());
    boolean http2 = !"false".equals(attributes.get("routing.http2.enabled"));
    return "ssl%s%s alpn %s"
        .formatted(
            files,
            policy(SecurityPolicies.named(listener.sslPolicy()).orElseThrow()),
            http2 ? "h2,http/1.1" : "http/1.1");
  }

  /**
   * How servers are reached. Their certificates are not validated (guide, "Routing configuration").
   *
   * @param tls13 whether the listener in front has a policy with TLS 1.3
   */
  static String server(boolean tls13) {
    return "ssl verify none" + policy(SecurityPolicies.towardsTargets(tls13));
  }

  private static String policy(SecurityPolicy policy) {
    List<TlsVersion> versions = policy.versions();
    return " ssl-min-ver %s ssl-max-ver %s%s%s"
        .formatted(
            name(versions.get(0)),
            name(versions.get(versions.size() - 1)),
            suites(policy, " ciphers ", suite -> !suite.isOfTls13(), ANY_STRENGTH),
            suites(policy, " ciphersuites ", CipherSuite::isOfTls13, ""));
  }

  private static String name(TlsVersion version) {
    return version == TlsVersion.TLS10 ? "TLSv1.0" : version.text();
  }

  private static String suites(
      SecurityPolicy policy, String option, Predicate<CipherSuite> which, String end) {
    String names =
        policy.suites().stream()
            .filter(which)
            .map(CipherSuite::openSslName)
            .collect(Collectors.joining(":"));
    return names.isEmpty() ? "" : option + names + end;
  }
}
