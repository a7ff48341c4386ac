package io.albspec.steps.driver.haproxy;

/** Patterns of rule conditions, where * is any number of characters and ? exactly one. */
final class Wildcards {

  private Wildcards() {}

  /** Whether the value can only be compared as a pattern. */
  static boolean in(String value) {
    return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
  }

  /**
   * The value as a regular expression, without anchors.
   *
   * @param any the expression for one character that a wildcard stands for
   */
  static String regex(String value, String any) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      append(value.charAt(i), any, regex);
    }
    return regex.toString();
  }

  /** The same, where a backslash takes the meaning from a wildcard that follows. */
  static String regexWithEscapes(String value, String any) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      boolean escaped =
          value.charAt(i) == '\\'
              && i + 1 < value.length()
              && "*?".indexOf(value.charAt(i + 1)) >= 0;
      if (escaped) {
        i++;
        regex.append('\\').append(value.charAt(i));
      } else {
        append(value.charAt(i), any, regex);
      }
    }
    return regex.toString();
  }

  private static void append(char character, String any, StringBuilder regex) {
    if (character == '*') {
      regex.append(any).append('*');
    } else if (character == '?') {
      regex.append(any);
    } else if (literal(character)) {
      regex.append(character);
    } else {
      regex.append('\\').append(character);
    }
  }

  private static boolean literal(char character) {
    return character > 0x7F
        || Character.isLetterOrDigit(character)
        || "/_-,:;@&~".indexOf(character) >= 0;
  }
}
