package io.albspec.proxy.cloud;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A subnet.
 *
 * @param id such as {@code subnet-a}
 * @param vpc the id of its VPC
 * @param zone where it is
 * @param block its addresses of IPv4
 * @param ipv6 its addresses of IPv6, if it has any
 * @param freeAddresses how many addresses of IPv4 nobody uses yet
 */
public record Subnet(
    String id,
    String vpc,
    Zone zone,
    AddressBlock block,
    Optional<AddressBlock> ipv6,
    long freeAddresses) {

  /** How many addresses of each subnet AWS keeps for itself. */
  public static final int RESERVED = 5;

  private static final AddressBlock IPV6 = AddressBlock.of("::1/128");

  /** One whose addresses are those of the nodes in its zone, and of IPv6. */
  static Subnet of(String id, String vpc, Zone zone) {
    AddressBlock block = zone.nodes();
    return new Subnet(id, vpc, zone, block, Optional.of(IPV6), block.size() - RESERVED);
  }

  /** Whether an address is one of its addresses of IPv4 or IPv6. */
  boolean contains(InetAddress address) {
    return block.contains(address) || ipv6.filter(own -> own.contains(address)).isPresent();
  }

  /** The same with fewer free addresses. */
  public Subnet without(long used) {
    return new Subnet(id, vpc, zone, block, ipv6, Math.max(0, freeAddresses - used));
  }
}
