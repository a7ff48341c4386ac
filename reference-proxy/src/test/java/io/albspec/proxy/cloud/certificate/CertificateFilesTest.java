package io.albspec.proxy.cloud.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateFilesTest {

  @ParameterizedTest
  @CsvSource({
    "rsa.crt, rsa.key, RSA, 2048, SHA256withRSA, true",
    "rsa.crt, rsa-pkcs1.key, RSA, 2048, SHA256withRSA, true",
    "ec.crt, ec.key, EC, 256, SHA256withECDSA, true",
    "ec.crt, ec-sec1.key, EC, 256, SHA256withECDSA, true",
    "nameless.crt, rsa.key, RSA, 2048, SHA256withRSA, false",
    "ed25519.crt, ed25519.key, EdDSA, 0, Ed25519, false"
  })
  void aCertificateIsReadWithItsKey(
      String certificateFile,
      String keyFile,
      String algorithm,
      int bits,
      String signatureAlgorithm,
      boolean supported)
      throws Exception {
    Certificate certificate = certificate(certificateFile, keyFile);

    assertThat(certificate.keyAlgorithm()).isEqualTo(algorithm);
    assertThat(certificate.keySize()).isEqualTo(bits);
    assertThat(certificate.signatureAlgorithm()).isEqualTo(signatureAlgorithm);
    assertThat(certificate.isSupported()).isEqualTo(supported);
    assertThat(certificate.notBefore()).isBefore(Instant.now());
    assertThat(certificate.notAfter()).isAfter(Instant.now());
    assertThat(certificate.toString()).doesNotContain("PRIVATE", "key");
  }

  @Test
  void itsNamesAreThoseOfTheExtensionOrElseTheCommonName() throws Exception {
    assertThat(certificate("rsa.crt", "rsa.key").domainNames())
        .containsExactly("www.example.com", "*.example.com");
    assertThat(certificate("ec.crt", "ec.key").domainNames()).containsExactly("ec.example.com");
  }

  @Test
  void aFileMayHoldSeveralCertificates() throws Exception {
    String both = "of the server\n" + text("rsa.crt") + "of another\n" + text("ec.crt");

    assertThat(CertificateFiles.certificates(both))
        .extracting(each -> each.getPublicKey().getAlgorithm())
        .containsExactly("RSA", "EC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rsa.crt|ec.key|the key is not that of the certificate",
        "nameless.crt|ec-sec1.key|the key is not that of the certificate",
        "ec.crt|encrypted.key|the key is encrypted",
        "rsa.crt|rsa.crt|there is no private key"
      })
  void aKeyThatIsNotThatOfTheCertificateIsRefused(
      String certificateFile, String keyFile, String message) {
    assertThatThrownBy(() -> certificate(certificateFile, keyFile))
        .isInstanceOf(CertificateFileException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aFileWithoutCertificatesIsRefused() throws Exception {
    String key = text("rsa.key");
    String broken = text("rsa.crt").replace("MII", "AAA");

    assertThatThrownBy(() -> CertificateFiles.certificates(key))
        .hasMessage("there is no certificate");
    assertThatThrownBy(() -> CertificateFiles.certificates("words"))
        .hasMessage("there is no PEM block");
    assertThatThrownBy(() -> CertificateFiles.certificates(broken))
        .isInstanceOf(CertificateFileException.class)
        .hasMessageStartingWith("a certificate is malformed");
  }

  private static Certificate certificate(String certificateFile, String keyFile)
      throws IOException, CertificateFileException {
    List<X509Certificate> leaf = CertificateFiles.certificates(text(certificateFile));
    return CertificateFiles.certificate("arn", leaf.get(0), List.of(), text(keyFile));
  }

  private static String text(String name) throws IOException {
    try (InputStream in = CertificateFilesTest.class.getResourceAsStream("/certificates/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
