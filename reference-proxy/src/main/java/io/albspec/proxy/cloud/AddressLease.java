package io.albspec.proxy.cloud;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Optional;

/**
 * The right to use a node address. It is held by a UDP socket on a port that no listener uses, so
 * that several balancers on one machine keep out of each other's way and a process that dies leaves
 * nothing behind.
 */
public final class AddressLease implements AutoCloseable {

  private static final int PORT = 65535;
  private static final int FIRST = 4;
  private static final int LAST = 254;

  private final InetAddress address;
  private final DatagramSocket held;

  private AddressLease(InetAddress address, DatagramSocket held) {
    this.address = address;
    this.held = held;
  }

  /** The first free address of a zone, empty if all are taken. */
  public static Optional<AddressLease> first(Zone zone) {
    for (int number = FIRST; number <= LAST; number++) {
      Optional<AddressLease> lease = of(address(zone, number));
      if (lease.isPresent()) {
        return lease;
      }
    }
    return Optional.empty();
  }

  /** That very address, empty if it is taken. */
  public static Optional<AddressLease> of(InetAddress address) {
    try {
      return Optional.of(new AddressLease(address, hold(address)));
    } catch (IOException taken) {
      return Optional.empty();
    }
  }

  private static DatagramSocket hold(InetAddress address) throws SocketException {
    return new DatagramSocket(new InetSocketAddress(address, PORT));
  }

  private static InetAddress address(Zone zone, int number) {
    try {
      return InetAddress.getByAddress(zone.address(number));
    } catch (IOException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /** The leased address. */
  public InetAddress address() {
    return address;
  }

  @Override
  public void close() {
    held.close();
  }
}
