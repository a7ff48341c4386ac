package io.albspec.proxy.cloud.certificate;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of a PEM file.
 *
 * @param label such as {@code CERTIFICATE}
 * @param base64 what is in it, encoded
 */
record Pem(String label, String base64) {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

  /**
   * All blocks of a text, in their order; what stands between them is read over.
   *
   * @throws CertificateFileException if there is none
   */
  static List<Pem> of(String text) throws CertificateFileException {
    List<Pem> blocks = new ArrayList<>();
    Matcher each = BLOCK.matcher(text);
    while (each.find()) {
      blocks.add(new Pem(each.group(1), each.group(2)));
    }
    if (blocks.isEmpty()) {
      throw new CertificateFileException("there is no PEM block");
    }
    return blocks;
  }

  /** What is in it. */
  byte[] content() throws CertificateFileException {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new CertificateFileException("a PEM block is not Base64");
    }
  }
}
