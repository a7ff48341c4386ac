package io.albspec.steps.driver.haproxy;

import java.util.regex.Pattern;

/**
 * Arbitrary text as an argument between the parentheses of a sample fetch or converter, where
 * quotes are read a second time. The word around it still has to go through {@link Word}.
 */
final class Argument {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]+");

  private Argument() {}

  static String of(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
