package io.albspec.proxy.exchange;

import java.net.InetSocketAddress;

/**
 * The client's connection that an exchange came on.
 *
 * @param client the client's address and port
 * @param node the address of the node and the listener's port, whatever port the socket has
 * @param clientIp the client's address as text, an IPv6 address without brackets
 */
public record ConnectionInfo(InetSocketAddress client, InetSocketAddress node, String clientIp) {

  /** Takes the addresses of an accepted connection. */
  public ConnectionInfo(InetSocketAddress client, InetSocketAddress node) {
    this(client, node, client.getAddress().getHostAddress());
  }
}
