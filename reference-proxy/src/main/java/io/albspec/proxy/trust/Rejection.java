package io.albspec.proxy.trust;

/** Why a client certificate is refused (guide: "Error reason codes" of connection logs). */
public enum Rejection {
  MAX_CHAIN_DEPTH_EXCEEDED("ClientCertificateMaxChainDepthExceeded"),
  MAX_SIZE_EXCEEDED("ClientCertificateMaxSizeExceeded"),
  CRL_HIT("ClientCertificateCrlHit"),
  CRL_PROCESSING_ERROR("ClientCertificateCrlProcessingError"),
  UNTRUSTED("ClientCertificateUntrusted"),
  NOT_YET_VALID("ClientCertificateNotYetValid"),
  EXPIRED("ClientCertificateExpired"),
  TYPE_UNSUPPORTED("ClientCertificateTypeUnsupported"),
  INVALID("ClientCertificateInvalid"),
  REJECTED("ClientCertificateRejected");

  private final String code;

  Rejection(String code) {
    this.code = code;
  }

  /** The reason code of the guide. */
  public String code() {
    return code;
  }
}
