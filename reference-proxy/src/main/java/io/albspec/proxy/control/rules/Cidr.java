package io.albspec.proxy.control.rules;

import io.albspec.proxy.cloud.Ipv4;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CIDR blocks as text. */
final class Cidr {

  private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f:.]+)/([0-9]{1,3})");
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
    return Ipv4.is(address) ? prefix <= 32 : isIpv6(address) && prefix <= 128;
  }

  private static boolean isIpv6(String address) {
    boolean abbreviated =
        IPV6_SHORT.matcher(address).matches() && address.chars().filter(c -> c == ':').count() <= 7;
    return IPV6.matcher(address).matches() || abbreviated;
  }
}
