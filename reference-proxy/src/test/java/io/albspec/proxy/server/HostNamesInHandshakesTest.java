package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.albspec.fixtures.tls.OpenSsl;
import io.albspec.proxy.desync.Mode;
import io.albspec.proxy.policy.SecurityPolicies;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hosts that OpenSSL asks for, which likes AES-256 best: they get the policy's cipher if they can.
 */
@Timeout(60)
class HostNamesInHandshakesTest {

  private static final Duration BUDGET = Duration.ofSeconds(20);

  @ParameterizedTest
  @CsvSource({
    "my-shop.example.com, -tls1_3, TLS_AES_128_GCM_SHA256",
    "my_shop.example.com, -tls1_3, TLS_AES_256_GCM_SHA384",
    "my_shop.example.com, -tls1_2, ECDHE-RSA-AES128-GCM-SHA256",
    "shop.example.com.,   -tls1_3, TLS_AES_256_GCM_SHA384"
  })
  void eachIsServed(String name, String version, String cipher) throws Exception {
    assumeThat(OpenSsl.isInstalled())
        .as("openssl is not installed: apt-get install openssl")
        .isTrue();

    try (ProxyUnderTest proxy =
        ProxyUnderTest.secured(
            Mode.DEFENSIVE,
            SecurityPolicies.named("ELBSecurityPolicy-TLS13-1-2-2021-06").orElseThrow())) {
      assertThat(
              OpenSsl.connect(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()),
                  List.of(version, "-servername", name),
                  "Q",
                  BUDGET))
          .map(OpenSsl.Outcome::cipher)
          .contains(cipher);
    }
  }
}
