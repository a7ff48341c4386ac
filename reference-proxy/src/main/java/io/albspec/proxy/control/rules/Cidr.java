package io.albspec.proxy.control.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CIDR blocks as text. */
final class Cidr {

  private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f:.]+)/([0-9]{1,3})");
  private static final String PART = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile("(?:" + PART + "\\.){3}" + PART);
  private static final String GROUP = "[0-9A-Fa-f]{1,4}";
  private static final Pattern IPV6 = Pattern.compile("(?:" + GROUP + ":){7}" + GROUP);
  private static final Pattern IPV6_SHORT =
      Pattern.compile(
          "(?:" + GROUP + "(?::" + GROUP + "){0,6})?::(?:" + GROUP + "(?::" + GROUP + "){0,6})?");

  private Cidr() {}

  static boolean isCidr(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return false;
    }
    int prefix = Integer.parseInt(form.group(2));
    String address = form.group(1);
    return prefix <= (IPV4.matcher(address).matches() ? 32 : 128)
        && (IPV4.matcher(address).matches() || isIpv6(address));
  }

  private static boolean isIpv6(String address) {
    boolean abbreviated =
        IPV6_SHORT.matcher(address).matches() && address.chars().filter(c -> c == ':').count() <= 7;
    return IPV6.matcher(address).matches() || abbreviated;
  }
}
