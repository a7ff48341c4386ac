package io.albspec.proxy.cloud;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The only loopback address of IPv6, {@code ::1}. Unlike those of IPv4 it cannot be leased: all
 * load balancers of the machine share it, and the ports on it.
 */
public final class Ipv6Loopback {

  /** How it is written. */
  public static final String TEXT = "::1";

  private static final int BYTES = 16;

  private Ipv6Loopback() {}

  /** The address, empty if this machine has no IPv6. */
  public static Optional<InetAddress> address() {
    try {
      byte[] bytes = new byte[BYTES];
      bytes[BYTES - 1] = 1;
      InetAddress address = InetAddress.getByAddress(bytes);
      new DatagramSocket(new InetSocketAddress(address, 0)).close();
      return Optional.of(address);
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}
