package io.albspec.steps.driver.haproxy;

import java.util.regex.Pattern;

/**
 * Arbitrary text as one word of a configuration line (HAProxy configuration manual, 2.2 "Quoting
 * and escaping").
 */
final class Word {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,:/-]+");
  private static final Pattern STRONG = Pattern.compile("[^'\\p{Cntrl}]*");

  private Word() {}

  /**
   * The word: bare if it can be, strongly quoted if it can be, else weakly quoted with escapes.
   *
   * @throws IllegalArgumentException if the text contains NUL, which no word can
   */
  static String of(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    if (STRONG.matcher(text).matches()) {
      return "'" + text + "'";
    }
    StringBuilder word = new StringBuilder("\"");
    text.chars().forEach(character -> escape((char) character, word));
    return word.append('"').toString();
  }

  private static void escape(char character, StringBuilder word) {
    switch (character) {
      case '\0' -> throw new IllegalArgumentException("NUL cannot be configured");
      case '\n' -> word.append("\\n");
      case '\r' -> word.append("\\r");
      case '\t' -> word.append("\\t");
      case '"', '\\', '$' -> word.append('\\').append(character);
      default -> {
        if (character < ' ' || character == 0x7F) {
          word.append("\\x%02x".formatted((int) character));
        } else {
          word.append(character);
        }
      }
    }
  }
}
