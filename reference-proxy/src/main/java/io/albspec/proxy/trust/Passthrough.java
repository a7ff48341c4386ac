package io.albspec.proxy.trust;

import io.albspec.proxy.exchange.ClientCertificate;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Mutual TLS passthrough: clients are asked for a certificate, and targets get what they present,
 * whoever has issued it.
 */
public final class Passthrough extends ClientAuthentication {

  private static final int SUPPORTED_VERSION = 3;

  /** Lets any certificate pass but those of X.509 version 1. */
  public Passthrough() {}

  @Override
  public boolean isRequired() {
    return false;
  }

  @Override
  public void check(List<X509Certificate> presented) throws RejectedException {
    X509Certificate leaf = presented.get(0);
    if (leaf.getVersion() != SUPPORTED_VERSION) {
      throw new RejectedException(Rejection.TYPE_UNSUPPORTED, leaf);
    }
  }

  @Override
  public ClientCertificate describe(X509Certificate... presented) {
    return CertificateText.passedThrough(presented);
  }
}
