package io.albspec.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.cloud.certificate.LearnedCertificate;
import io.albspec.proxy.policy.SecurityPolicies;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Handshakes of Java's own client, engine against engine. */
class EnginesTest {

  private static final int ROUNDS = 20;

  private final Certificate certificate = LearnedCertificate.of("arn:certificate", Instant.now());
  private final ByteBuffer up = ByteBuffer.allocate(40_000);
  private final ByteBuffer down = ByteBuffer.allocate(40_000);
  private final ByteBuffer plain = ByteBuffer.allocate(40_000);

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

    handshake(client, policy);

    assertThat(client.getSession().getProtocol()).isEqualTo(version);
    assertThat(client.getSession().getCipherSuite()).isEqualTo(suite);
  }

  @Test
  void aNewConnectionGoesOnWithASession() throws Exception {
    SSLContext context = context();
    SSLEngine first = client(context, "TLSv1.2", Optional.empty());
    SecureSettings settings = settings("2016-08");
    handshake(first, settings);

    SSLEngine second = client(context, "TLSv1.2", Optional.empty());
    handshake(second, settings);

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

  private void handshake(SSLEngine client, String policy) throws SSLException {
    handshake(client, settings(policy));
  }

  private void handshake(SSLEngine client, SecureSettings settings) throws SSLException {
    up.clear();
    down.clear();
    client.wrap(ByteBuffer.allocate(0), up);
    Handshake handshake = settings.handshake();
    assertThat(handshake.read(up.duplicate().flip())).isEqualTo(Handshake.Progress.CHOSEN);
    SSLEngine server = handshake.engine();
    for (int round = 0; round < ROUNDS; round++) {
      step(server, up, down);
      step(client, down, up);
    }
    assertThat(client.getHandshakeStatus()).isEqualTo(HandshakeStatus.NOT_HANDSHAKING);
  }

  private void step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
    in.flip();
    if (in.hasRemaining()) {
      engine.unwrap(in, plain.clear());
    }
    in.compact();
    while (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
      engine.getDelegatedTask().run();
    }
    if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
      engine.wrap(ByteBuffer.allocate(0), out);
    }
  }

  private static SSLContext context() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anyone()}, null);
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

  private static final class Anyone implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
