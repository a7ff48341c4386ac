package io.albspec.proxy.health;

import java.util.BitSet;

/** The status codes that pass a health check, such as {@code 200,202} or {@code 200-299}. */
final class SuccessCodes {

  private final BitSet codes = new BitSet();

  private SuccessCodes() {}

  /**
   * Reads a list of codes and ranges.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  static SuccessCodes of(String list) {
    SuccessCodes codes = new SuccessCodes();
    for (String part : list.split(",", -1)) {
      int dash = part.indexOf('-');
      int first = number(dash < 0 ? part : part.substring(0, dash), list);
      int last = number(part.substring(dash + 1), list);
      if (first > last) {
        throw malformed(list);
      }
      codes.codes.set(first, last + 1);
    }
    return codes;
  }

  private static int number(String text, String list) {
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(malformed(list).getMessage(), e);
    }
    throw malformed(list);
  }

  private static IllegalArgumentException malformed(String list) {
    return new IllegalArgumentException("Matcher '%s' is not a list of codes".formatted(list));
  }

  boolean contains(int code) {
    return codes.get(code);
  }
}
