package io.albspec.proxy.tls;

/** Client and listener have nothing in common that a connection could use. */
final class NegotiationException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Alert alert;

  NegotiationException(Alert alert) {
    super(alert.name(), null, false, false);
    this.alert = alert;
  }

  /** What the client is told. */
  Alert alert() {
    return alert;
  }
}
