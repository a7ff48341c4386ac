package io.albspec.steps.driver.haproxy;

import java.net.InetAddress;

/** The port of the socket that a listener's port is served on. */
@FunctionalInterface
interface SocketPorts {

  /** Every port on the socket port of the same number. */
  SocketPorts SAME = (address, port) -> port;

  int of(InetAddress address, int port);
}
