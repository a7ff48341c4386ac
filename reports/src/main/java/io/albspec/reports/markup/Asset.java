package io.albspec.reports.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A style sheet or script of this module, written as it is. */
public final class Asset implements Markup {

  private final String source;

  private Asset(String source) {
    this.source = source;
  }

  /**
   * Loads a resource that stands beside a class.
   *
   * @throws IllegalArgumentException if it holds a character that markup gives a meaning to
   */
  public static Asset load(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      String source = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (source.contains("<") || source.contains("&")) {
        throw new IllegalArgumentException(name + " holds < or &");
      }
      return new Asset(source);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** How a Content-Security-Policy allows exactly this source. */
  public String policy() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void writeTo(StringBuilder out) {
    out.append(source);
  }
}
