package io.albspec.proxy.trust;

import io.albspec.proxy.exchange.ClientCertificate;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a secure listener does with the certificates of its clients. */
public abstract sealed class ClientAuthentication permits Passthrough, Verification {

  /** Whether clients without a certificate are refused. */
  public abstract boolean isRequired();

  /**
   * Judges what a client presents.
   *
   * @param presented the client's own certificate first
   * @throws RejectedException if it is refused
   */
  public abstract void check(List<X509Certificate> presented) throws RejectedException;

  /**
   * What targets and logs are told of a client that was let in.
   *
   * @param presented the client's own certificate first
   */
  public abstract ClientCertificate describe(X509Certificate... presented);

  /** What logs are told of a client that was refused. */
  public ClientCertificate describeRefused(RejectedException refusal) {
    return CertificateText.refused(refusal.leaf());
  }
}
