package io.albspec.proxy.cloud.certificate;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Certificates from the texts of their PEM files. */
public final class CertificateFiles {

  private static final int DNS_NAME = 2;

  private CertificateFiles() {}

  /**
   * The certificates in a file, in their order.
   *
   * @throws CertificateFileException if there is none, or one is malformed
   */
  public static List<X509Certificate> certificates(String pem) throws CertificateFileException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Pem block : Pem.of(pem)) {
      if (block.label().equals("CERTIFICATE")) {
        certificates.add(certificate(block.content()));
      }
    }
    if (certificates.isEmpty()) {
      throw new CertificateFileException("there is no certificate");
    }
    return certificates;
  }

  private static X509Certificate certificate(byte[] content) throws CertificateFileException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(content));
    } catch (CertificateException e) {
      throw new CertificateFileException("a certificate is malformed: " + e.getMessage());
    }
  }

  /**
   * A certificate with its key.
   *
   * @param keyPem the text of the key's file
   * @throws CertificateFileException if the key is not that of the certificate
   */
  public static Certificate certificate(
      String arn, X509Certificate leaf, List<X509Certificate> chain, String keyPem)
      throws CertificateFileException {
    return new Certificate(
        arn,
        leaf,
        List.copyOf(chain),
        Keys.read(keyPem, leaf.getPublicKey()),
        List.copyOf(domainNames(leaf)));
  }

  /** The names of the extension first; the common name of the subject where there are none. */
  private static Set<String> domainNames(X509Certificate leaf) throws CertificateFileException {
    try {
      Set<String> names = new LinkedHashSet<>();
      Collection<List<?>> alternatives = leaf.getSubjectAlternativeNames();
      if (alternatives != null) {
        alternatives.stream()
            .filter(each -> each.get(0).equals(DNS_NAME))
            .forEach(each -> names.add((String) each.get(1)));
      }
      if (names.isEmpty()) {
        new LdapName(leaf.getSubjectX500Principal().getName())
            .getRdns().stream()
                .filter(part -> part.getType().equalsIgnoreCase("CN"))
                .map(Rdn::getValue)
                .forEach(value -> names.add(value.toString()));
      }
      return names;
    } catch (CertificateException | InvalidNameException e) {
      throw new CertificateFileException("the names in a certificate are malformed");
    }
  }
}
