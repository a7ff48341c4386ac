package io.albspec.proxy.cloud.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** The authorities that a trust store trusts, roots and others, found by their names. */
public final class CaBundle {

  private final List<X509Certificate> certificates;
  private final Map<X500Principal, List<X509Certificate>> byName;

  /** With these certificates. */
  public CaBundle(List<X509Certificate> certificates) {
    this.certificates = List.copyOf(certificates);
    this.byName =
        certificates.stream()
            .collect(Collectors.groupingBy(X509Certificate::getSubjectX500Principal));
  }

  /**
   * Reads a file of certificates, in PEM one after the other, or one in DER.
   *
   * @throws CertificateException if it has anything else
   */
  public static CaBundle read(Path file) throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(file)) {
      return new CaBundle(
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList());
    }
  }

  /** All of them, in the order of the file. */
  public List<X509Certificate> certificates() {
    return certificates;
  }

  /** Those of that name. */
  public List<X509Certificate> named(X500Principal name) {
    return byName.getOrDefault(name, List.of());
  }
}
