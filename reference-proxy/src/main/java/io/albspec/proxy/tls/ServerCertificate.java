package io.albspec.proxy.tls;

import io.albspec.proxy.cloud.certificate.Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A certificate of a listener, as it takes part in the choice (guide: "Certificate list").
 *
 * @param certificate as it was imported
 * @param names it is good for, in small letters
 */
record ServerCertificate(Certificate certificate, List<String> names) {

  /** The better of two for the same name and client first. */
  static final Comparator<ServerCertificate> BEST_FIRST =
      Comparator.<ServerCertificate, Boolean>comparing(each -> !each.isEc())
          .thenComparing(each -> each.certificate.signatureAlgorithm().startsWith("MD5"))
          .thenComparing(each -> -each.certificate.keySize())
          .thenComparing(each -> each.certificate.notAfter(), Comparator.reverseOrder());

  private static final String WILDCARD = "*.";
  private static final int[] RSA_SCHEMES = {0x0401, 0x0501, 0x0601, 0x0804, 0x0805, 0x0806, 0x0201};
  private static final int[] RSA_SCHEMES_13 = {0x0804, 0x0805, 0x0806};
  private static final int ECDSA_SHA1 = 0x0203;
  private static final int ECDSA_SHA256 = 0x0403;
  private static final int ECDSA_SHA384 = 0x0503;
  private static final int ECDSA_SHA512 = 0x0603;
  private static final int[] ECDSA_SCHEMES = {ECDSA_SHA256, ECDSA_SHA384, ECDSA_SHA512, ECDSA_SHA1};
  private static final int P256 = 23;
  private static final int P384 = 24;
  private static final int P521 = 25;
  private static final int BITS_OF_P256 = 256;
  private static final int BITS_OF_P384 = 384;

  static ServerCertificate of(Certificate certificate) {
    return new ServerCertificate(
        certificate,
        certificate.domainNames().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
  }

  /** Whether its key is one of elliptic curves, not of RSA. */
  boolean isEc() {
    return certificate.leaf().getPublicKey() instanceof ECPublicKey;
  }

  /** Whether it names exactly this host. */
  boolean names(String host) {
    return names.contains(host);
  }

  /** Whether one of its wildcards stands for this host: for its first label, and just that. */
  boolean covers(String host) {
    int dot = host.indexOf('.');
    return dot > 0 && names.contains(WILDCARD + host.substring(dot + 1));
  }

  /** Whether a client can verify its signatures in TLS 1.3. */
  boolean suitsTls13(ClientHello client) {
    int[] schemes = isEc() ? new int[] {schemeOfCurve()} : RSA_SCHEMES_13;
    return any(client.signatures(), schemes);
  }

  /** Whether a client can verify its signatures in older versions. */
  boolean suitsOlder(ClientHello client) {
    boolean verifiable =
        client.signatures().isEmpty()
            || any(client.signatures(), isEc() ? ECDSA_SCHEMES : RSA_SCHEMES);
    return verifiable && (!isEc() || client.groups().isEmpty() || client.groups().get(curve()));
  }

  private static boolean any(BitSet offered, int... schemes) {
    for (int scheme : schemes) {
      if (offered.get(scheme)) {
        return true;
      }
    }
    return false;
  }

  private int curve() {
    return switch (certificate.keySize()) {
      case BITS_OF_P256 -> P256;
      case BITS_OF_P384 -> P384;
      default -> P521;
    };
  }

  private int schemeOfCurve() {
    return switch (certificate.keySize()) {
      case BITS_OF_P256 -> ECDSA_SHA256;
      case BITS_OF_P384 -> ECDSA_SHA384;
      default -> ECDSA_SHA512;
    };
  }
}
