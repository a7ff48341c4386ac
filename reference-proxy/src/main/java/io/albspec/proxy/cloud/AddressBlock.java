package io.albspec.proxy.cloud;

import java.net.InetAddress;
import java.util.List;

/**
 * A block of IPv4 addresses.
 *
 * @param first its first address, as a number
 * @param prefix how many leading bits it fixes
 */
public record AddressBlock(int first, int prefix) {

  /** The VPC: every loopback address. */
  static final AddressBlock VPC = of(127, 0, 8);

  private static final List<AddressBlock> PRIVATE =
      List.of(of(10, 0, 8), of(100, 64, 10), of(172, 16, 12), of(192, 168, 16));

  /** Whether an address outside the VPC may be a target (guide, "Target type"). */
  public static boolean isPrivate(InetAddress address) {
    return PRIVATE.stream().anyMatch(block -> block.contains(address));
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != Integer.BYTES) {
      return false;
    }
    int number = 0;
    for (byte part : bytes) {
      number = (number << Byte.SIZE) | (part & 0xFF);
    }
    return (number ^ first) >>> (Integer.SIZE - prefix) == 0;
  }

  private static AddressBlock of(int first, int second, int prefix) {
    return new AddressBlock((first << 24) | (second << 16), prefix);
  }
}
