package io.albspec.proxy.cloud;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of addresses of IPv4 or IPv6.
 *
 * @param first its first address
 * @param prefix how many leading bits it fixes
 */
public record AddressBlock(InetAddress first, int prefix) {

  private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f:.]+)/([0-9]{1,3})");

  /** The loopback addresses: what this machine offers to be used as a network. */
  public static final AddressBlock LOOPBACK = of("127.0.0.0/8");

  private static final List<AddressBlock> PRIVATE =
      List.of(of("10.0.0.0/8"), of("100.64.0.0/10"), of("172.16.0.0/12"), of("192.168.0.0/16"));

  /** Whether an address outside the VPC may be a target (guide, "Target type"). */
  public static boolean isPrivate(InetAddress address) {
    return PRIVATE.stream().anyMatch(block -> block.contains(address));
  }

  /** A block in the notation of CIDR, empty if the text is none or its first address is not. */
  public static Optional<AddressBlock> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(form.group(2));
    return Addressing.parse(form.group(1))
        .filter(first -> prefix <= bits(first))
        .filter(first -> hostPart(first, prefix).signum() == 0)
        .map(first -> new AddressBlock(first, prefix));
  }

  /** That block of a text that is one. */
  static AddressBlock of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  /** Whether it is one of IPv4. */
  public boolean isIpv4() {
    return bits(first) == Integer.SIZE;
  }

  /** Whether an address lies in it. */
  public boolean contains(InetAddress address) {
    return bits(address) == bits(first)
        && number(address).xor(number(first)).shiftRight(bits(first) - prefix).signum() == 0;
  }

  /** Whether all of another one lies in it. */
  public boolean contains(AddressBlock other) {
    return prefix <= other.prefix && contains(other.first);
  }

  /** Whether an address lies in both. */
  public boolean overlaps(AddressBlock other) {
    return contains(other) || other.contains(this);
  }

  /** How many addresses of IPv4 it has. */
  public long size() {
    return 1L << (Integer.SIZE - prefix);
  }

  /** In the notation of CIDR. */
  @Override
  public String toString() {
    return first.getHostAddress() + "/" + prefix;
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }

  private static BigInteger hostPart(InetAddress first, int prefix) {
    BigInteger mask = BigInteger.ONE.shiftLeft(bits(first) - prefix).subtract(BigInteger.ONE);
    return number(first).and(mask);
  }
}
