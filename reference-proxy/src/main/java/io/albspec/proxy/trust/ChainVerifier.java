package io.albspec.proxy.trust;

import io.albspec.proxy.cloud.trust.SupportedKinds;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Verifies the certificates of clients with a trust store (guide: "Mutual authentication with TLS",
 * "Certificate authority certificates" of the quotas).
 */
final class ChainVerifier {

  private static final int MOST_BYTES = 16 * 1024;
  private static final int MOST_CERTIFICATES = 4;
  private static final int DIGITAL_SIGNATURE = 0;
  private static final Set<String> CLIENT_PURPOSES = Set.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");

  private final TrustStore store;
  private final boolean ignoreExpiry;

  /**
   * Verifies with a trust store.
   *
   * @param ignoreExpiry whether a client's own certificate may have expired
   */
  ChainVerifier(TrustStore store, boolean ignoreExpiry) {
    this.store = store;
    this.ignoreExpiry = ignoreExpiry;
  }

  /**
   * Verifies what a client presents.
   *
   * @param presented the client's own certificate first
   * @throws RejectedException if it is refused
   */
  void verify(List<X509Certificate> presented, Instant now) throws RejectedException {
    X509Certificate leaf = presented.get(0);
    for (X509Certificate each : presented) {
      demand(size(each) <= MOST_BYTES, Rejection.MAX_SIZE_EXCEEDED, leaf);
    }
    demand(SupportedKinds.include(leaf), Rejection.TYPE_UNSUPPORTED, leaf);
    List<X509Certificate> path = new PathFinder(store.bundle(), presented).find();
    demand(path.size() <= MOST_CERTIFICATES, Rejection.MAX_CHAIN_DEPTH_EXCEEDED, leaf);
    checkValidity(leaf, ignoreExpiry, now, leaf);
    for (X509Certificate authority : path.subList(1, path.size())) {
      demand(SupportedKinds.include(authority), Rejection.TYPE_UNSUPPORTED, leaf);
      checkValidity(authority, false, now, leaf);
    }
    demand(isSound(path, now), Rejection.INVALID, leaf);
    demand(isForClients(leaf), Rejection.REJECTED, leaf);
    checkRevocation(path, leaf);
  }

  private static void demand(boolean met, Rejection otherwise, X509Certificate leaf)
      throws RejectedException {
    if (!met) {
      throw new RejectedException(otherwise, leaf);
    }
  }

  private static void checkValidity(
      X509Certificate certificate, boolean mayHaveExpired, Instant now, X509Certificate leaf)
      throws RejectedException {
    demand(!now.isBefore(certificate.getNotBefore().toInstant()), Rejection.NOT_YET_VALID, leaf);
    demand(
        mayHaveExpired || !now.isAfter(certificate.getNotAfter().toInstant()),
        Rejection.EXPIRED,
        leaf);
  }

  private static int size(X509Certificate certificate) {
    try {
      return certificate.getEncoded().length;
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that came encoded has no encoding", e);
    }
  }

  /** The other rules of RFC 5280: authorities, lengths of paths, names, critical extensions. */
  private static boolean isSound(List<X509Certificate> path, Instant now) {
    int anchor = path.size() - 1;
    try {
      PKIXParameters parameters =
          new PKIXParameters(Set.of(new TrustAnchor(path.get(anchor), null)));
      parameters.setRevocationEnabled(false);
      Instant end = path.get(0).getNotAfter().toInstant();
      parameters.setDate(Date.from(now.isAfter(end) ? end : now));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(path.subList(0, anchor)),
              parameters);
      return mayIssue(path.get(anchor));
    } catch (GeneralSecurityException unsound) {
      return false;
    }
  }

  /** What is believed of the end of a path, and must be so. */
  private static boolean mayIssue(X509Certificate authority) {
    return authority.getBasicConstraints() >= 0;
  }

  private static boolean isForClients(X509Certificate leaf) {
    boolean[] usage = leaf.getKeyUsage();
    if (usage != null && !usage[DIGITAL_SIGNATURE]) {
      return false;
    }
    try {
      List<String> purposes = leaf.getExtendedKeyUsage();
      return purposes == null || purposes.stream().anyMatch(CLIENT_PURPOSES::contains);
    } catch (CertificateParsingException malformed) {
      return false;
    }
  }

  private void checkRevocation(List<X509Certificate> path, X509Certificate leaf)
      throws RejectedException {
    for (X509Certificate each : path) {
      switch (store.revoked().status(each.getIssuerX500Principal(), each.getSerialNumber())) {
        case REVOKED -> throw new RejectedException(Rejection.CRL_HIT, leaf);
        case UNKNOWN -> throw new RejectedException(Rejection.CRL_PROCESSING_ERROR, leaf);
        case GOOD -> {
          // The next one may not be.
        }
      }
    }
  }
}
