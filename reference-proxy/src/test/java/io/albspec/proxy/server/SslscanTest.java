package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.albspec.fixtures.tls.Sslscan;
import io.albspec.proxy.desync.Mode;
import io.albspec.proxy.policy.CipherSuite;
import io.albspec.proxy.policy.SecurityPolicies;
import io.albspec.proxy.policy.SecurityPolicy;
import io.albspec.proxy.policy.TlsVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the scanner sslscan finds at a listener is what its policy has, and in that order. */
@Timeout(120)
class SslscanTest {

  private static final Duration BUDGET = Duration.ofSeconds(100);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS13-1-0-2021-06",
        "TLS13-1-2-Res-FIPS-2023-04",
        "FS-1-1-2019-08",
        "2016-08",
      })
  void theListenerOffersWhatItsPolicyHas(String name) throws Exception {
    assumeThatItRuns();
    SecurityPolicy policy = SecurityPolicies.named("ELBSecurityPolicy-" + name).orElseThrow();

    try (ProxyUnderTest proxy = ProxyUnderTest.secured(Mode.DEFENSIVE, policy)) {
      Sslscan.Offer offer =
          Sslscan.scan(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()),
              "example.com",
              BUDGET);

      assertThat(offer.ciphers()).isEqualTo(expected(policy));
      assertThat(offer.heedsFallback()).isEqualTo(policy.versions().size() > 1);
      SecureClient.isServedAnew(proxy);
    }
  }

  private static void assumeThatItRuns() {
    if (!Sslscan.isInstalled()) {
      LoggerFactory.getLogger(SslscanTest.class)
          .warn("NOBODY ELSE LOOKS AT THE CIPHERS: sslscan is not installed (apt install sslscan)");
    }
    assumeTrue(Sslscan.isInstalled(), "sslscan is not installed");
  }

  /** Those that belong to a version, with the RSA certificate of the listener. */
  private static Map<String, List<String>> expected(SecurityPolicy policy) {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (TlsVersion version : policy.versions()) {
      expected.put(
          version.text(),
          policy.suites().stream()
              .filter(suite -> suite.isOfTls13() == (version == TlsVersion.TLS13))
              .filter(suite -> suite.isOfTls13() || suite.keyAlgorithm().equals("RSA"))
              .filter(suite -> !suite.needsTls12() || version == TlsVersion.TLS12)
              .map(CipherSuite::openSslName)
              .toList());
    }
    return expected;
  }
}
