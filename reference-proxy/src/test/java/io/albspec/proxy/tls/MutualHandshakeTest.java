package io.albspec.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.cloud.certificate.LearnedCertificate;
import io.albspec.proxy.cloud.trust.TestAuthority;
import io.albspec.proxy.exchange.ClientCertificate;
import io.albspec.proxy.policy.SecurityPolicies;
import io.albspec.proxy.trust.ClientAuthentication;
import io.albspec.proxy.trust.Passthrough;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes with clients that have certificates, engine against engine. */
class MutualHandshakeTest {

  private final Certificate certificate = LearnedCertificate.of("arn:certificate", Instant.now());
  private final TestAuthority root = TestAuthority.root("CN=Root");
  private final TestAuthority client = root.client("CN=client", BigInteger.TEN);
  private final AtomicInteger asked = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void targetsAreToldOfTheWholeChain(String version) throws Exception {
    Handshake handshake = handshake(context(client).createSSLEngine(), version, settings());

    ClientCertificate told = handshake.info().peer().certificate().orElseThrow();
    assertThat(told.fields())
        .startsWith("X-Amzn-Mtls-Clientcert: -----BEGIN%20CERTIFICATE-----%0A")
        .endsWith("-----END%20CERTIFICATE-----%0A\r\n")
        .hasLineCount(1);
    assertThat(told.fields().split("BEGIN", -1)).hasSize(3);
    assertThat(told.subject()).isEqualTo("CN=client");
    assertThat(told.serial()).isEqualTo("0A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void clientsWithoutACertificatePassThrough(String version) throws Exception {
    Handshake handshake = handshake(context(null).createSSLEngine(), version, settings());

    assertThat(handshake.info().peer().certificate()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void sessionsAreNotResumed(String version) throws Exception {
    SSLContext context = context(client);
    SecureSettings settings = settings();

    handshake(context.createSSLEngine("example.com", 443), version, settings);
    handshake(context.createSSLEngine("example.com", 443), version, settings);

    assertThat(asked).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void sessionsOfClientsWithoutACertificateAreNotResumed(String version) throws Exception {
    SSLContext context = context(null);
    SecureSettings settings = settings();
    SSLEngine first = context.createSSLEngine("example.com", 443);
    handshake(first, version, settings);
    awaitAfter(first.getSession().getCreationTime());

    SSLEngine second = context.createSSLEngine("example.com", 443);
    handshake(second, version, settings);

    assertThat(second.getSession().getCreationTime())
        .isNotEqualTo(first.getSession().getCreationTime());
  }

  /** Only then does a new session have another time of creation. */
  private static void awaitAfter(long millis) {
    while (System.currentTimeMillis() <= millis) {
      Thread.onSpinWait();
    }
  }

  /** With ciphers that would be served by Conscrypt, which takes neither P-521 nor RSASSA-PSS. */
  @ParameterizedTest
  @CsvSource({
    "secp256r1, TLSv1.2",
    "secp256r1, TLSv1.3",
    "secp384r1, TLSv1.2",
    "secp384r1, TLSv1.3",
    "secp521r1, TLSv1.2",
    "secp521r1, TLSv1.3",
    "RSA, TLSv1.2",
    "RSA, TLSv1.3",
    "RSASSA-PSS, TLSv1.2",
    "RSASSA-PSS, TLSv1.3",
  })
  void keysOfEveryKindAreTaken(String kind, String version) throws Exception {
    TestAuthority other = root.client("CN=other", keys(kind));
    SSLEngine engine = context(other).createSSLEngine();
    engine.setEnabledCipherSuites(
        new String[] {"TLS_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"});

    Handshake handshake = handshake(engine, version, settings());

    assertThat(handshake.info().peer().certificate()).isPresent();
  }

  private static KeyPair keys(String kind) throws GeneralSecurityException {
    if (kind.startsWith("RSA")) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(2048);
      return generator.generateKeyPair();
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(kind));
    return generator.generateKeyPair();
  }

  @Test
  void olderVersionsOfCertificatesAreRefused() throws Exception {
    SSLEngine old = context(root.version1("CN=old")).createSSLEngine();

    SSLException failure =
        catchThrowableOfType(SSLException.class, () -> handshake(old, "TLSv1.3", settings()));

    assertThat(settings().handshake().failed(failure))
        .isEqualTo("ClientCertificateTypeUnsupported");
  }

  private SecureSettings settings() {
    ClientAuthentication authentication = new Passthrough();
    return new SecureSettings(
        SecurityPolicies.named("ELBSecurityPolicy-TLS13-1-2-2021-06").orElseThrow(),
        new Certificates(certificate, List.of()),
        List.of("http/1.1"),
        Optional.of(authentication),
        new Engines());
  }

  private SSLContext context(TestAuthority identity) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    KeyManager[] keys = identity == null ? null : new KeyManager[] {new AskedKey(identity, asked)};
    context.init(keys, new TrustManager[] {new Everyone()}, null);
    return context;
  }

  private Handshake handshake(SSLEngine from, String version, SecureSettings settings)
      throws SSLException {
    from.setUseClientMode(true);
    from.setEnabledProtocols(new String[] {version});
    return EngineHandshake.between(from, settings);
  }
}
