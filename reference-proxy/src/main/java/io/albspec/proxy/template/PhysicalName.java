package io.albspec.proxy.template;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** The name of a resource that is given none: the same one each time. */
final class PhysicalName {

  /** As much of each as leaves room for what tells names apart: 32 characters in all. */
  private static final int PART = 9;

  private static final int UNIQUE = 12;
  private static final int RADIX = 36;

  private PhysicalName() {}

  static String of(String stack, String id) {
    return "%s-%s-%s".formatted(part(stack), part(id), unique(stack + "/" + id));
  }

  private static String part(String text) {
    String plain = text.replaceAll("[^A-Za-z0-9]", "");
    return plain.substring(0, Math.min(PART, plain.length()));
  }

  private static String unique(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      String digits = new BigInteger(1, hash).toString(RADIX).toUpperCase(Locale.ROOT);
      return digits.substring(digits.length() - UNIQUE);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
