package io.albspec.steps.driver.haproxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port of the loopback address for a listener. */
record LocalListener(InetAddress address, int port) {

  static LocalListener free() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket any = new ServerSocket(0, 1, loopback)) {
      return new LocalListener(loopback, any.getLocalPort());
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
