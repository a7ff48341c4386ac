package io.albspec.proxy.trust;

import io.albspec.proxy.cloud.trust.CaBundle;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for the way from a client's certificate to an authority of a bundle, over others that the
 * client presents. Every certificate in a bundle is an end of the way, be it a root or not.
 */
final class PathFinder {

  /** What the client can make us do at most. */
  private static final int MOST_SIGNATURES = 32;

  private final CaBundle bundle;
  private final List<X509Certificate> presented;
  private final List<X509Certificate> path = new ArrayList<>();
  private int signatures;
  private boolean forged;

  /**
   * A search that has not begun.
   *
   * @param presented the client's own certificate first
   */
  PathFinder(CaBundle bundle, List<X509Certificate> presented) {
    this.bundle = bundle;
    this.presented = presented;
    this.path.add(presented.get(0));
  }

  /**
   * The way, the client's certificate first, the authority of the bundle last.
   *
   * @throws RejectedException if there is none
   */
  List<X509Certificate> find() throws RejectedException {
    if (!extend()) {
      throw new RejectedException(
          forged ? Rejection.INVALID : Rejection.UNTRUSTED, presented.get(0));
    }
    return path;
  }

  private boolean extend() {
    X509Certificate last = path.get(path.size() - 1);
    List<X509Certificate> authorities = bundle.named(last.getIssuerX500Principal());
    for (X509Certificate authority : authorities) {
      if (hasSigned(authority, last)) {
        path.add(authority);
        return true;
      }
    }
    boolean named = !authorities.isEmpty();
    boolean signed = false;
    for (X509Certificate other : presented) {
      if (!path.contains(other) && isNamed(other, last)) {
        named = true;
        if (hasSigned(other, last)) {
          signed = true;
          path.add(other);
          if (extend()) {
            return true;
          }
          path.remove(path.size() - 1);
        }
      }
    }
    forged |= named && !signed && !isNamed(last, last);
    return false;
  }

  private static boolean isNamed(X509Certificate authority, X509Certificate of) {
    return authority.getSubjectX500Principal().equals(of.getIssuerX500Principal());
  }

  private boolean hasSigned(X509Certificate authority, X509Certificate certificate) {
    signatures++;
    if (signatures > MOST_SIGNATURES) {
      return false;
    }
    try {
      certificate.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException notSigned) {
      return false;
    }
  }
}
