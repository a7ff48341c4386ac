package io.albspec.steps.driver.haproxy;

import static io.albspec.steps.driver.haproxy.Groups.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.fixtures.client.LayerFailedException;
import io.albspec.fixtures.client.RawConnection;
import io.albspec.fixtures.tls.CertificateAuthority;
import io.albspec.fixtures.tls.Identity;
import io.albspec.fixtures.tls.KeyKind;
import io.albspec.fixtures.tls.Order;
import io.albspec.fixtures.tls.TlsClient;
import io.albspec.fixtures.tls.TlsLayer;
import io.albspec.fixtures.tls.TlsOffer;
import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.cloud.certificate.CertificateFileException;
import io.albspec.proxy.cloud.certificate.CertificateFiles;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.TargetGroupConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the real HAProxy does with secure connections. */
class HaproxyHttpsTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String STANDARD = "arn:standard";
  private static final String OTHER = "arn:other";
  private static final String POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

  private final CertificateAuthority root = CertificateAuthority.root("CN=Root");
  private final Map<String, Certificate> certificates = new ConcurrentHashMap<>();
  private final TlsClient tls = new TlsClient();
  private LocalListener listener;
  private HaproxyDataPlane haproxy;
  private EchoTarget blue;

  @BeforeEach
  void start() throws Exception {
    haproxy =
        HaproxyDataPlane.start(
            InstalledHaproxy.orSkip(), arn -> Optional.ofNullable(certificates.get(arn)));
    listener = LocalListener.free();
    blue = new EchoTarget("blue");
    present(STANDARD, "www.example.com");
    present(OTHER, "*.example.org");
  }

  @AfterEach
  void close() {
    if (haproxy != null) {
      haproxy.close();
      blue.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.com, CN=www.example.com",
    "a.example.org,   CN=*.example.org",
    "a.example.net,   CN=www.example.com"
  })
  void theCertificateIsThatOfTheName(String name, String subject) throws Exception {
    listen(POLICY);

    assertThat(subject(name)).isEqualTo(subject);
  }

  @Test
  void aRenewedCertificateIsPresented() throws Exception {
    listen(POLICY);
    present(STANDARD, "new.example.com");
    listen(POLICY);

    assertThat(subject("www.example.com")).isEqualTo("CN=new.example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "ELBSecurityPolicy-TLS13-1-2-2021-06, TLSv1.3, TLS_AES_256_GCM_SHA384",
    "ELBSecurityPolicy-TLS13-1-2-2021-06, TLSv1.2, ECDHE-RSA-AES128-SHA256",
    "ELBSecurityPolicy-2016-08,           TLSv1,   AES128-SHA",
    "ELBSecurityPolicy-TLS-1-1-2017-01,   TLSv1.1, ECDHE-RSA-AES256-SHA"
  })
  void versionsAndCiphersAreThoseOfThePolicy(String policy, String version, String cipher)
      throws Exception {
    listen(policy);

    TlsLayer layer = handshake(TlsOffer.of("www.example.com").speaking(version).using(cipher));

    assertThat(layer.version()).isEqualTo(version);
    assertThat(layer.cipher()).isEqualTo(cipher);
  }

  @ParameterizedTest
  @CsvSource({
    "ELBSecurityPolicy-TLS13-1-2-2021-06, TLSv1.1, AES128-SHA",
    "ELBSecurityPolicy-TLS13-1-3-2021-06, TLSv1.2, ECDHE-RSA-AES128-GCM-SHA256",
    "ELBSecurityPolicy-2016-08,           TLSv1.3, TLS_AES_128_GCM_SHA256",
    "ELBSecurityPolicy-FS-2018-06,        TLSv1.2, AES128-GCM-SHA256"
  })
  void othersAreNot(String policy, String version, String cipher) throws Exception {
    listen(policy);
    TlsOffer offer = TlsOffer.of("www.example.com").speaking(version).using(cipher);

    assertThatThrownBy(() -> handshake(offer)).isInstanceOf(LayerFailedException.class);
  }

  @ParameterizedTest
  @CsvSource({"true, h2", "false, http/1.1"})
  void http2IsChosenUnlessItIsOff(String enabled, String protocol) throws Exception {
    TargetGroupConfig group = group("blue", blue.target());
    haproxy.apply(
        secure(POLICY)
            .attribute("routing.http2.enabled", enabled)
            .group(group)
            .otherwise(Actions.forward(group))
            .config());

    assertThat(handshake(TlsOffer.of("www.example.com").goingOnWith("h2", "http/1.1")).protocol())
        .isEqualTo(protocol);
  }

  @Test
  void targetsAreToldHowTheClientCame() throws Exception {
    TargetGroupConfig group = group("blue", blue.target());
    haproxy.apply(
        secure(POLICY)
            .attribute("routing.http.x_amzn_tls_version_and_cipher_suite.enabled", "true")
            .group(group)
            .otherwise(Actions.forward(group))
            .config());

    try (RawConnection connection = connect()) {
      connection.put(layer(TlsOffer.of("www.example.com").speaking("TLSv1.2")));
      connection.send("GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n");

      assertThat(connection.readResponse(SOON).bodyText())
          .contains("X-forwarded-proto: https\n")
          .contains("X-amzn-tls-version: TLSv1.2\n")
          .containsPattern("X-amzn-tls-cipher-suite: ECDHE-RSA-AES\\d+");
    }
  }

  @Test
  void aCertificateWithoutContentIsRefused() {
    certificates.remove(STANDARD);

    assertThatThrownBy(() -> listen(POLICY))
        .isInstanceOf(ApiException.class)
        .hasMessage("Certificate 'arn:standard' not found");
  }

  private void present(String arn, String host) throws CertificateFileException {
    Identity identity = root.issue(Order.of("CN=" + host).key(KeyKind.RSA_2048).hosts(host));
    certificates.put(
        arn,
        CertificateFiles.certificate(arn, identity.chain().get(0), List.of(), identity.keyPem()));
  }

  private Snapshot secure(String policy) {
    return listener.snapshot().secure(policy, STANDARD, OTHER);
  }

  private void listen(String policy) throws ApiException {
    haproxy.apply(secure(policy).config());
  }

  private RawConnection connect() throws IOException {
    return new io.albspec.fixtures.client.RawClient(SOON)
        .connect(listener.address(), listener.port());
  }

  private TlsLayer layer(TlsOffer offer) throws IOException {
    return tls.layer(offer, "haproxy");
  }

  private TlsLayer handshake(TlsOffer offer) throws IOException {
    try (RawConnection connection = connect()) {
      TlsLayer layer = layer(offer);
      connection.put(layer);
      return layer;
    }
  }

  private String subject(String name) throws IOException {
    return handshake(TlsOffer.of(name)).chain().get(0).getSubjectX500Principal().getName();
  }
}
