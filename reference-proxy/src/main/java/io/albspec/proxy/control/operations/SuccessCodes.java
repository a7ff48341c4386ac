package io.albspec.proxy.control.operations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes of successful health checks: single ones and ranges, listed with commas. */
final class SuccessCodes {

  private static final Pattern RANGE = Pattern.compile("([0-9]{1,3})(?:-([0-9]{1,3}))?");

  private SuccessCodes() {}

  /** Whether a text names codes of HTTP from 200 to 499 only. */
  static boolean areHttp(String text) {
    return areWithin(200, 499, text);
  }

  /** Whether a text names codes of gRPC from 0 to 99 only. */
  static boolean areGrpc(String text) {
    return areWithin(0, 99, text);
  }

  private static boolean areWithin(int lowest, int highest, String text) {
    for (String part : text.split(",", -1)) {
      Matcher range = RANGE.matcher(part);
      if (!range.matches()) {
        return false;
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (first < lowest || last > highest || first > last) {
        return false;
      }
    }
    return true;
  }
}
