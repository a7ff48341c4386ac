package io.albspec.proxy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quota given on the command line.
 *
 * @param name as DescribeAccountLimits has it
 * @param value how many are allowed
 */
record QuotaOption(String name, int value) {

  private static final Pattern FORM = Pattern.compile("([a-z-]+)=([0-9]{1,9})");

  /**
   * Reads {@code NAME=VALUE}.
   *
   * @throws IllegalArgumentException if it is not that
   */
  static QuotaOption parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "--quota '%s' is not of the form NAME=VALUE with a whole number".formatted(text));
    }
    return new QuotaOption(form.group(1), Integer.parseInt(form.group(2)));
  }

  void addTo(ReferenceProxy.Builder builder) {
    try {
      builder.quota(name, value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--quota: " + e.getMessage(), e);
    }
  }
}
