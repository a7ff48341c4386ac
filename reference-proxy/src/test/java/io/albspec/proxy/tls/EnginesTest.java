package io.albspec.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.cloud.certificate.LearnedCertificate;
import io.albspec.proxy.policy.SecurityPolicies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Handshakes of Java's own client, engine against engine. */
class EnginesTest {

  private final Certificate certificate = LearnedCertificate.of("arn:certificate", Instant.now());

  @ParameterizedTest
  @CsvSource({
    "TLS13-1-2-2021-06,'TLSv1.3,TLSv1.2',,TLSv1.3,TLS_AES_128_GCM_SHA256",
    "TLS13-1-2-2021-06,TLSv1.3,'TLS_CHACHA20_POLY1305_SHA256,TLS_AES_256_GCM_SHA384',TLSv1.3,TLS_AES_256_GCM_SHA384",
    "TLS13-1-2-2021-06,TLSv1.3,TLS_CHACHA20_POLY1305_SHA256,TLSv1.3,TLS_CHACHA20_POLY1305_SHA256",
    "TLS13-1-2-2021-06,TLSv1.2,,TLSv1.2,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "2016-08,'TLSv1.3,TLSv1.2',TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384,TLSv1.2,TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
  })
  void clientAndListenerAgree(
      String policy, String versions, String suites, String version, String suite)
      throws Exception {
    SSLEngine client = client(versions, Optional.ofNullable(suites));

    EngineHandshake.between(client, settings(policy));

    assertThat(client.getSession().getProtocol()).isEqualTo(version);
    assertThat(client.getSession().getCipherSuite()).isEqualTo(suite);
  }

  @Test
  void aNewConnectionGoesOnWithASession() throws Exception {
    SSLContext context = context();
    SSLEngine first = client(context, "TLSv1.2", Optional.empty());
    SecureSettings settings = settings("2016-08");
    EngineHandshake.between(first, settings);

    SSLEngine second = client(context, "TLSv1.2", Optional.empty());
    EngineHandshake.between(second, settings);

    assertThat(second.getSession().getCreationTime())
        .isEqualTo(first.getSession().getCreationTime());
  }

  private SecureSettings settings(String policy) {
    return new SecureSettings(
        SecurityPolicies.named("ELBSecurityPolicy-" + policy).orElseThrow(),
        new Certificates(certificate, List.of()),
        List.of("http/1.1"),
        Optional.empty(),
        new Engines());
  }

  private static SSLContext context() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Everyone()}, null);
    return context;
  }

  private static SSLEngine client(String versions, Optional<String> suites) throws Exception {
    return client(context(), versions, suites);
  }

  private static SSLEngine client(SSLContext context, String versions, Optional<String> suites) {
    SSLEngine client = context.createSSLEngine("example.com", 443);
    client.setUseClientMode(true);
    client.setEnabledProtocols(versions.split(","));
    suites.ifPresent(names -> client.setEnabledCipherSuites(names.split(",")));
    return client;
  }
}
