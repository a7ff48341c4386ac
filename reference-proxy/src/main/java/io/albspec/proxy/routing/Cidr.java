package io.albspec.proxy.routing;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of IPv4 or IPv6 addresses in CIDR notation (RFC 4632, RFC 4291). Immutable. */
final class Cidr {

  private final byte[] network;
  private final int prefix;

  private Cidr(byte[] network, int prefix) {
    this.network = network;
    this.prefix = prefix;
  }

  /**
   * Reads {@code address/prefix}; bits behind the prefix are ignored.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  static Cidr of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? "" : text.substring(0, slash);
    String prefix = slash < 0 ? "" : text.substring(slash + 1);
    if (isNumeric(address) && isNumber(prefix)) {
      byte[] network = parse(address);
      int bits = Integer.parseInt(prefix);
      if (bits <= network.length * Byte.SIZE) {
        return new Cidr(network, bits);
      }
    }
    throw new IllegalArgumentException("'%s' is not a CIDR block".formatted(text));
  }

  /** Whether it cannot be taken for a host name, which would be looked up. */
  private static boolean isNumeric(String address) {
    return address.contains(":")
        || (!address.isEmpty() && address.chars().allMatch(c -> c == '.' || Character.isDigit(c)));
  }

  private static boolean isNumber(String prefix) {
    return !prefix.isEmpty() && prefix.length() <= 3 && prefix.chars().allMatch(Character::isDigit);
  }

  private static byte[] parse(String address) {
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("'%s' is not an IP address".formatted(address), e);
    }
  }

  /** Whether this address, 4 or 16 bytes, lies in the block. */
  boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    int whole = prefix / Byte.SIZE;
    for (int i = 0; i < whole; i++) {
      if (address[i] != network[i]) {
        return false;
      }
    }
    int rest = prefix % Byte.SIZE;
    return rest == 0 || ((address[whole] ^ network[whole]) & 0xFF) >>> (Byte.SIZE - rest) == 0;
  }
}
