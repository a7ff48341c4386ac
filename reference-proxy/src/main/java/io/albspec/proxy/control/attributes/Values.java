package io.albspec.proxy.control.attributes;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What an attribute may be set to.
 *
 * @param demand what a value must be, to be put after "must"
 * @param met whether a value is that
 */
record Values(String demand, Predicate<String> met) {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  static final Values BOOLEAN = oneOf("true", "false");

  /** Any text, the empty one included. */
  static final Values TEXT = new Values("be a text", value -> true);

  /** One of these words. */
  static Values oneOf(String... words) {
    List<String> allowed = List.of(words);
    return new Values("be one of '%s'".formatted(String.join(", ", allowed)), allowed::contains);
  }

  /** A whole number from minimum to maximum. */
  static Values range(int minimum, int maximum) {
    return new Values(
        "be between '%d-%d' inclusive".formatted(minimum, maximum),
        value -> isNumber(value, minimum, maximum));
  }

  /** The same, or a word. */
  Values or(String word) {
    return new Values(
        demand + " or '" + word + "'", value -> value.equals(word) || met.test(value));
  }

  private static boolean isNumber(String value, int minimum, int maximum) {
    if (!NUMBER.matcher(value).matches()) {
      return false;
    }
    int number = Integer.parseInt(value);
    return number >= minimum && number <= maximum;
  }
}
