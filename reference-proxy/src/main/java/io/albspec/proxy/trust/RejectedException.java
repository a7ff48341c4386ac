package io.albspec.proxy.trust;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** A client certificate is refused. */
public final class RejectedException extends CertificateException {

  private static final long serialVersionUID = 1L;

  private final Rejection reason;
  private final transient X509Certificate leaf;

  RejectedException(Rejection reason, X509Certificate leaf) {
    super(reason.code());
    this.reason = reason;
    this.leaf = leaf;
  }

  /** Why. */
  public Rejection reason() {
    return reason;
  }

  /** The client's own certificate. */
  public X509Certificate leaf() {
    return leaf;
  }
}
