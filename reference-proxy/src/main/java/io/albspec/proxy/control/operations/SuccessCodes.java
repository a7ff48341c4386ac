package io.albspec.proxy.control.operations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Success codes as text: {@code 200}, {@code 200,202}, {@code 200-299}. */
final class SuccessCodes {

  private static final Pattern RANGE = Pattern.compile("([0-9]{3})(?:-([0-9]{3}))?");
  private static final int LOWEST = 200;
  private static final int HIGHEST = 499;

  private SuccessCodes() {}

  /** Whether a text names codes from 200 to 499 only. */
  static boolean areHttp(String text) {
    for (String part : text.split(",", -1)) {
      Matcher range = RANGE.matcher(part);
      if (!range.matches()) {
        return false;
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (first < LOWEST || last > HIGHEST || first > last) {
        return false;
      }
    }
    return true;
  }
}
