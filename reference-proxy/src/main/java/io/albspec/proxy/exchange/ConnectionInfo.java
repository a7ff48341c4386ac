package io.albspec.proxy.exchange;

import java.net.InetSocketAddress;

/**
 * The client's connection that an exchange came on.
 *
 * @param client the client's address and port
 * @param node the address of the node and the listener's port, whatever port the socket has
 * @param clientIp the client's address as text, an IPv6 address without brackets
 * @param id tells it from all other connections
 */
public record ConnectionInfo(
    InetSocketAddress client, InetSocketAddress node, String clientIp, long id) {

  /** Takes the addresses of an accepted connection. */
  public ConnectionInfo(InetSocketAddress client, InetSocketAddress node, long id) {
    this(client, node, AddressText.of(client.getAddress()), id);
  }
}
