package io.albspec.proxy.cloud.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority of a test, or a client: whoever has a certificate and its key.
 *
 * @param chain its own certificate first
 */
public record TestAuthority(KeyPair keys, List<X509Certificate> chain) {

  /** The moment around which everything is valid. */
  public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static final Duration DAY = Duration.ofDays(1);

  /** What is special about a certificate. */
  @FunctionalInterface
  public interface Extra {
    Extra NONE = builder -> {};

    /** Adds it. */
    void to(JcaX509v3CertificateBuilder builder) throws IOException;
  }

  public static TestAuthority root(String name) {
    return issued(name, null, BigInteger.ONE, NOW.minus(DAY), NOW.plus(DAY), TestAuthority::ca);
  }

  public TestAuthority authority(String name) {
    return issued(name, this, BigInteger.TWO, NOW.minus(DAY), NOW.plus(DAY), TestAuthority::ca);
  }

  public TestAuthority client(String name, BigInteger serial) {
    return issued(name, this, serial, NOW.minus(DAY), NOW.plus(DAY), Extra.NONE);
  }

  public TestAuthority client(String name, KeyPair keys) {
    return issued(name, this, BigInteger.TEN, NOW.minus(DAY), NOW.plus(DAY), Extra.NONE, keys);
  }

  /** A client whose certificate is of X.509 version 1. */
  public TestAuthority version1(String name) {
    try {
      KeyPair keys = newKeys();
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  new JcaX509v1CertificateBuilder(
                          certificate().getSubjectX500Principal(),
                          BigInteger.TEN,
                          Date.from(NOW.minus(DAY)),
                          Date.from(NOW.plus(DAY)),
                          new X500Principal(name),
                          keys.getPublic())
                      .build(
                          new JcaContentSignerBuilder("SHA256withECDSA")
                              .build(this.keys.getPrivate())));
      return new TestAuthority(keys, List.of(certificate));
    } catch (GeneralSecurityException | OperatorException e) {
      throw new IllegalStateException(e);
    }
  }

  public TestAuthority client(Instant from, Instant to) {
    return issued("CN=client", this, BigInteger.TEN, from, to, Extra.NONE);
  }

  public TestAuthority client(Extra extra) {
    return issued("CN=client", this, BigInteger.TEN, NOW.minus(DAY), NOW.plus(DAY), extra);
  }

  private static void ca(JcaX509v3CertificateBuilder builder) throws IOException {
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static TestAuthority issued(
      String name, TestAuthority issuer, BigInteger serial, Instant from, Instant to, Extra extra) {
    try {
      return issued(name, issuer, serial, from, to, extra, newKeys());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestAuthority issued(
      String name,
      TestAuthority issuer,
      BigInteger serial,
      Instant from,
      Instant to,
      Extra extra,
      KeyPair keys) {
    try {
      X500Principal subject = new X500Principal(name);
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer == null ? subject : issuer.certificate().getSubjectX500Principal(),
              serial,
              Date.from(from),
              Date.from(to),
              subject,
              keys.getPublic());
      extra.to(builder);
      KeyPair signing = issuer == null ? keys : issuer.keys();
      List<X509Certificate> chain = new ArrayList<>();
      chain.add(
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder("SHA256withECDSA").build(signing.getPrivate()))));
      if (issuer != null) {
        chain.addAll(issuer.chain());
      }
      return new TestAuthority(keys, chain);
    } catch (GeneralSecurityException | OperatorException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** The same with another chain. */
  public TestAuthority presenting(UnaryOperator<List<X509Certificate>> change) {
    return new TestAuthority(keys, change.apply(new ArrayList<>(chain)));
  }

  /** A revocation list in DER. */
  public byte[] revoking(Collection<BigInteger> serials) {
    try {
      JcaX509v2CRLBuilder builder =
          new JcaX509v2CRLBuilder(certificate().getSubjectX500Principal(), Date.from(NOW));
      serials.forEach(serial -> builder.addCRLEntry(serial, Date.from(NOW), 1));
      return builder
          .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
          .getEncoded();
    } catch (OperatorException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
