package io.albspec.proxy.cloud.certificate;

/** A file that does not hold the certificate or key it should. */
public final class CertificateFileException extends Exception {

  private static final long serialVersionUID = 1L;

  CertificateFileException(String problem) {
    super(problem);
  }
}
