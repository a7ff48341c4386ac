package io.albspec.proxy.trust;

import io.albspec.proxy.exchange.ClientCertificate;
import io.albspec.proxy.time.Time;
import java.security.cert.X509Certificate;
import java.util.List;

/** Mutual TLS verify: only clients whose certificate a trust store vouches for are let in. */
final class Verification extends ClientAuthentication {

  private final ChainVerifier verifier;
  private final Time time;

  Verification(TrustStore store, boolean ignoreExpiry, Time time) {
    this.verifier = new ChainVerifier(store, ignoreExpiry);
    this.time = time;
  }

  @Override
  public boolean isRequired() {
    return true;
  }

  @Override
  public void check(List<X509Certificate> presented) throws RejectedException {
    verifier.verify(presented, time.now());
  }

  @Override
  public ClientCertificate describe(X509Certificate... presented) {
    return CertificateText.verified(presented[0]);
  }
}
