package io.albspec.proxy.cloud;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of IPv4 and IPv6 as text. */
public final class Addressing {

  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private Addressing() {}

  /** The address, empty if the text is not one. */
  public static Optional<InetAddress> parse(String text) {
    return IPV6.matcher(text).matches() ? ipv6(text) : Ipv4.parse(text);
  }

  private static Optional<InetAddress> ipv6(String text) {
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException none) {
      return Optional.empty();
    }
  }
}
