package io.albspec.proxy.trust;

import io.albspec.proxy.exchange.ClientCertificate;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;

/** Certificates in text (guide: "HTTP headers and mutual TLS"). */
final class CertificateText {

  private static final int LINE = 64;
  private static final byte[] LINE_END = {'\n'};
  private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(LINE, LINE_END);
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String SAFE = "-_.~+=/";
  private static final String FIELD = "X-Amzn-Mtls-Clientcert";

  private CertificateText() {}

  /** What targets and logs are told of a certificate in passthrough mode: the whole chain. */
  static ClientCertificate passedThrough(X509Certificate... chain) {
    StringBuilder pem = new StringBuilder();
    for (X509Certificate each : chain) {
      pem.append(urlEncodedPem(each));
    }
    return of(chain[0], field("", pem.toString()));
  }

  /** What they are told of one that was verified. */
  static ClientCertificate verified(X509Certificate leaf) {
    return of(
        leaf,
        field("-Serial-Number", serial(leaf))
            + field("-Issuer", name(leaf.getIssuerX500Principal()))
            + field("-Subject", name(leaf.getSubjectX500Principal()))
            + field("-Validity", validity(leaf))
            + field("-Leaf", urlEncodedPem(leaf)));
  }

  /** What logs are told of one that was refused. */
  static ClientCertificate refused(X509Certificate leaf) {
    return of(leaf, "");
  }

  private static ClientCertificate of(X509Certificate leaf, String fields) {
    return new ClientCertificate(
        fields, name(leaf.getSubjectX500Principal()), validity(leaf), serial(leaf));
  }

  private static String field(String suffix, String value) {
    return FIELD + suffix + ": " + value + "\r\n";
  }

  private static String serial(X509Certificate certificate) {
    BigInteger serial = certificate.getSerialNumber();
    String digits = serial.abs().toString(16).toUpperCase(Locale.ROOT);
    return (serial.signum() < 0 ? "-" : "") + (digits.length() % 2 == 0 ? "" : "0") + digits;
  }

  private static String validity(X509Certificate certificate) {
    return "NotBefore=%s;NotAfter=%s"
        .formatted(certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  /** Whatever is not printable ASCII is written byte by byte (RFC 2253, section 2.4). */
  private static String name(X500Principal principal) {
    String name = principal.getName(X500Principal.RFC2253);
    StringBuilder text = new StringBuilder(name.length());
    name.codePoints()
        .forEach(
            c -> {
              if (c >= ' ' && c < 0x7F) {
                text.append((char) c);
              } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  HEX.toHexDigits(text.append('\\'), b);
                }
              }
            });
    return text.toString();
  }

  private static String urlEncodedPem(X509Certificate certificate) {
    StringBuilder text = new StringBuilder();
    for (byte b : pem(certificate).getBytes(StandardCharsets.US_ASCII)) {
      if (Character.isLetterOrDigit(b) || SAFE.indexOf(b) >= 0) {
        text.append((char) b);
      } else {
        HEX.toHexDigits(text.append('%'), b);
      }
    }
    return text.toString();
  }

  private static String pem(X509Certificate certificate) {
    try {
      String base64 = BASE64.encodeToString(certificate.getEncoded());
      return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(base64);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that came encoded has no encoding", e);
    }
  }
}
