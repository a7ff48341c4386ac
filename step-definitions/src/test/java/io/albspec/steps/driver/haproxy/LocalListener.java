package io.albspec.steps.driver.haproxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port of some loopback address for a listener. */
record LocalListener(InetAddress address, int port) {

  private static final byte[] BLOCK = {127, 101};

  /** On an address that no client connects from, so that the port stays free until it is used. */
  static LocalListener free() throws IOException {
    byte[] host = new byte[2];
    ThreadLocalRandom.current().nextBytes(host);
    InetAddress address =
        InetAddress.getByAddress(new byte[] {BLOCK[0], BLOCK[1], host[0], host[1]});
    try (ServerSocket any = new ServerSocket(0, 1, address)) {
      return new LocalListener(address, any.getLocalPort());
    }
  }

  InetSocketAddress socket() {
    return new InetSocketAddress(address, port);
  }

  /** A load balancer that has this listener. */
  Snapshot snapshot() {
    return new Snapshot().node(address).port(port);
  }
}
