package io.albspec.proxy.cloud.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Certificates for ARNs that nobody has described, so that listeners can be tried with any: signed
 * by themselves, for example.com and localhost.
 */
public final class LearnedCertificate {

  private static final List<String> NAMES =
      List.of("example.com", "*.example.com", "localhost.localdomain", "localhost");
  private static final int KEY_BITS = 2048;
  private static final int SERIAL_BITS = 127;
  private static final Duration VALIDITY = Duration.ofDays(395);

  private LearnedCertificate() {}

  /**
   * A new certificate.
   *
   * @param now from when on it is valid
   */
  public static Certificate of(String arn, Instant now) {
    try {
      SecureRandom random = new SecureRandom();
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS, random);
      KeyPair keys = generator.generateKeyPair();
      X500Name name = new X500Name("CN=example.com");
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              name,
              new BigInteger(SERIAL_BITS, random),
              Date.from(now),
              Date.from(now.plus(VALIDITY)),
              name,
              keys.getPublic());
      builder.addExtension(Extension.subjectAlternativeName, false, names());
      return new Certificate(
          arn,
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()))),
          List.of(),
          keys.getPrivate(),
          NAMES);
    } catch (GeneralSecurityException | OperatorException e) {
      throw new IllegalStateException("a certificate cannot be made", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GeneralNames names() {
    return new GeneralNames(
        NAMES.stream()
            .map(name -> new GeneralName(GeneralName.dNSName, name))
            .toArray(GeneralName[]::new));
  }
}
