package io.albspec.steps.driver.haproxy;

import io.albspec.fixtures.tls.Pem;
import io.albspec.proxy.cloud.certificate.Certificate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A certificate as HAProxy reads it: itself, its chain and its key in one file.
 *
 * @param name tells by the content, so that a renewed certificate is another file
 */
record PemFile(String name, String text) {

  private static final int DIGITS = 16;

  static PemFile of(Certificate certificate) {
    String text =
        Pem.certificate(certificate.leaf())
            + Pem.certificates(certificate.chain())
            + Pem.key(certificate.key());
    return new PemFile(digest(text).substring(0, DIGITS) + ".pem", text);
  }

  private static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return name;
  }
}
