package io.albspec.proxy.cloud;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IPv4 addresses as text: four numbers from 0 to 255, without leading zeros. */
public final class Ipv4 {

  private static final String PART = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern FORM = Pattern.compile("(?:" + PART + "\\.){3}" + PART);

  private Ipv4() {}

  /** Whether a text is an address. */
  public static boolean is(String text) {
    return FORM.matcher(text).matches();
  }

  /** The address, empty if the text is not one. */
  public static Optional<InetAddress> parse(String text) {
    if (!is(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("a literal address needs no look-up", e);
    }
  }
}
