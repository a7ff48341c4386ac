package io.albspec.proxy.server;

import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.cloud.certificate.LearnedCertificate;
import io.albspec.proxy.policy.SecurityPolicies;
import io.albspec.proxy.policy.SecurityPolicy;
import io.albspec.proxy.tls.SecureListeners;
import io.albspec.proxy.tls.SecureSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a secured listener of a test negotiates: with a certificate of its own, HTTP/2 first. */
final class SecuredListener {

  private static final Certificate CERTIFICATE =
      LearnedCertificate.of("arn:certificate", Instant.parse("2026-01-01T00:00:00Z"));

  private SecuredListener() {}

  static SecureSettings settings() {
    return settings(SecurityPolicies.named("ELBSecurityPolicy-TLS13-1-2-2021-06").orElseThrow());
  }

  static SecureSettings settings(SecurityPolicy policy) {
    return new SecureListeners(arn -> Optional.of(CERTIFICATE))
        .settings(policy, CERTIFICATE.arn(), List.of(), List.of("h2", "http/1.1"), Optional.empty())
        .orElseThrow();
  }
}
