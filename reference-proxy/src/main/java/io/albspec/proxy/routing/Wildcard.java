package io.albspec.proxy.routing;

import java.util.Arrays;

/**
 * A comparison string of a rule: {@code *} stands for any number of characters, {@code ?} for
 * exactly one, and a backslash takes the special meaning from the character behind it. Immutable.
 *
 * <p>Rules are applied to visible ASCII characters only (guide: "Rule condition types"): a value
 * with any other byte, a control character for instance, matches nothing, not even {@code *}.
 *
 * <p>All positions in the pattern that the value may have reached are the bits of one number (the
 * Shift-And algorithm), moved on with each byte. So the time grows with the length of the value and
 * with nothing else: no pattern and no value can make it search again and again.
 */
public final class Wildcard {

  /** How many characters a pattern may have, asterisks and escaping backslashes not counted. */
  static final int MOST_SYMBOLS = 128;

  private static final int FIRST = ' ';
  private static final int CHARACTERS = '~' - ' ' + 1;
  private static final int SHORT = Long.SIZE - 1;
  private static final int WORDS = 3;

  /** For each character the symbols that it matches, one bit each. */
  private final long[] matching;

  /** The positions at which any number of characters may be skipped. */
  private final long[] skipping;

  private final int words;
  private final int symbols;
  private final Literal literal;

  private Wildcard(String pattern, boolean caseSensitive) {
    int most = pattern.length();
    words = most <= SHORT ? 1 : WORDS;
    matching = new long[CHARACTERS * words];
    skipping = new long[words];
    int count = 0;
    LiteralParts parts = new LiteralParts();
    for (int at = 0; at < most; at++) {
      char c = pattern.charAt(at);
      if (c == '*') {
        skipping[count / Long.SIZE] |= 1L << count;
        parts.interrupted();
        continue;
      }
      checkLength(count, pattern);
      if (c == '?') {
        anyCharacter(count++);
        parts.interrupted();
        continue;
      }
      if (c == '\\' && at + 1 < most) {
        c = pattern.charAt(++at);
      }
      oneCharacter(count++, c, caseSensitive);
      parts.character(c);
    }
    symbols = count;
    literal = parts.longest();
  }

  /** A pattern that tells upper case from lower case. */
  public static Wildcard caseSensitive(String pattern) {
    return new Wildcard(pattern, true);
  }

  /** A pattern that does not tell upper case from lower case. */
  public static Wildcard ignoringCase(String pattern) {
    return new Wildcard(pattern, false);
  }

  private static void checkLength(int count, String pattern) {
    if (count == MOST_SYMBOLS) {
      throw new IllegalArgumentException(
          "a pattern has at most %d characters: '%s'".formatted(MOST_SYMBOLS, pattern));
    }
  }

  private void anyCharacter(int symbol) {
    for (int c = 0; c < CHARACTERS; c++) {
      set(c, symbol);
    }
  }

  private void oneCharacter(int symbol, char c, boolean caseSensitive) {
    setIfVisible(c, symbol);
    if (!caseSensitive && c < 128) {
      setIfVisible(Character.toLowerCase(c), symbol);
      setIfVisible(Character.toUpperCase(c), symbol);
    }
  }

  private void setIfVisible(char c, int symbol) {
    if (c >= FIRST && c < FIRST + CHARACTERS) {
      set(c - FIRST, symbol);
    }
  }

  private void set(int character, int symbol) {
    matching[character * words + symbol / Long.SIZE] |= 1L << symbol;
  }

  /** Whether any of the patterns matches these bytes. */
  static boolean any(Wildcard[] patterns, byte[] bytes, int from, int to) {
    for (Wildcard pattern : patterns) {
      if (pattern.matches(bytes, from, to)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it matches all of these bytes. */
  public boolean matches(byte[] bytes, int from, int to) {
    return words == 1 ? matchesShort(bytes, from, to) : matchesLong(bytes, from, to);
  }

  private boolean matchesShort(byte[] bytes, int from, int to) {
    long skip = skipping[0];
    long reached = 1;
    for (int at = from; at < to; at++) {
      int character = bytes[at] - FIRST;
      if (character < 0 || character >= CHARACTERS) {
        return false;
      }
      reached = (reached & matching[character]) << 1 | (reached & skip);
      if (reached == 0) {
        return false;
      }
    }
    return (reached >>> symbols & 1) == 1;
  }

  private boolean matchesLong(byte[] bytes, int from, int to) {
    long low = 1;
    long middle = 0;
    long high = 0;
    for (int at = from; at < to; at++) {
      int character = bytes[at] - FIRST;
      if (character < 0 || character >= CHARACTERS) {
        return false;
      }
      int word = character * WORDS;
      long fromLow = low & matching[word];
      long fromMiddle = middle & matching[word + 1];
      low = fromLow << 1 | (low & skipping[0]);
      middle = fromMiddle << 1 | fromLow >>> SHORT | (middle & skipping[1]);
      high = fromMiddle >>> SHORT | (high & skipping[2]);
      if ((low | middle | high) == 0) {
        return false;
      }
    }
    long last = symbols < Long.SIZE ? low : symbols < 2 * Long.SIZE ? middle : high;
    return (last >>> symbols & 1) == 1;
  }

  /** What all values that it matches have in common; may be nothing. */
  Literal literal() {
    return literal;
  }

  /** The patterns of a condition's values. */
  static Wildcard[] caseSensitive(Iterable<String> values) {
    return compile(values, true);
  }

  /** The patterns of a condition's values. */
  static Wildcard[] ignoringCase(Iterable<String> values) {
    return compile(values, false);
  }

  private static Wildcard[] compile(Iterable<String> values, boolean caseSensitive) {
    Wildcard[] patterns = {};
    for (String value : values) {
      patterns = Arrays.copyOf(patterns, patterns.length + 1);
      patterns[patterns.length - 1] = new Wildcard(value, caseSensitive);
    }
    return patterns;
  }
}
