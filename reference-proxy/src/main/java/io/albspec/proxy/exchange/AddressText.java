package io.albspec.proxy.exchange;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Addresses as text; those of IPv6 in the one form of RFC 5952: {@code 2001:db8::1}. */
public final class AddressText {

  private static final int GROUPS = 8;

  private AddressText() {}

  /** The address alone, without brackets. */
  public static String of(InetAddress address) {
    return address instanceof Inet6Address ? ipv6(address.getAddress()) : address.getHostAddress();
  }

  /** The address as a URL has it: one of IPv6 in brackets (RFC 3986, 3.2.2). */
  public static String host(InetAddress address) {
    return address instanceof Inet6Address ? "[" + of(address) + "]" : of(address);
  }

  /** Address and port. */
  public static String of(InetSocketAddress address) {
    return host(address.getAddress()) + ":" + address.getPort();
  }

  private static String ipv6(byte[] bytes) {
    int gap = gap(bytes);
    int gapEnd = gap + zeros(bytes, gap);
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      if (group == gap) {
        text.append("::");
        group = gapEnd;
      } else if (group > 0) {
        text.append(':');
      }
      if (group < GROUPS) {
        text.append(Integer.toHexString(group(bytes, group)));
      }
    }
    return text.toString();
  }

  /** Where the longest run of zeros begins, the first of several; none if it is only one group. */
  private static int gap(byte[] bytes) {
    int longest = 1;
    int gap = GROUPS;
    for (int group = 0; group < GROUPS; group++) {
      int length = zeros(bytes, group);
      if (length > longest) {
        longest = length;
        gap = group;
      }
    }
    return gap;
  }

  private static int zeros(byte[] bytes, int from) {
    int group = from;
    while (group < GROUPS && group(bytes, group) == 0) {
      group++;
    }
    return group - from;
  }

  private static int group(byte[] bytes, int group) {
    return ((bytes[2 * group] & 0xff) << 8) | (bytes[2 * group + 1] & 0xff);
  }
}
