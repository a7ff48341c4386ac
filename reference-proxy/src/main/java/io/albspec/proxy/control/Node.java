package io.albspec.proxy.control;

import java.net.InetAddress;
import java.util.Optional;

/**
 * The presence of a load balancer in one enabled zone.
 *
 * @param address its own address of IPv4
 * @param ipv6 its address of IPv6, if it has one; others may have the same
 */
public record Node(String zone, String subnetId, InetAddress address, Optional<InetAddress> ipv6) {

  /** A node for clients of IPv4 only. */
  public Node(String zone, String subnetId, InetAddress address) {
    this(zone, subnetId, address, Optional.empty());
  }

  /** With another address of IPv6, or none. */
  public Node withIpv6(Optional<InetAddress> other) {
    return new Node(zone, subnetId, address, other);
  }
}
