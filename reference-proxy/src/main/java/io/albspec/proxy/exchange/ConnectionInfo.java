package io.albspec.proxy.exchange;

import java.net.InetSocketAddress;

/**
 * The client's connection that an exchange came on.
 *
 * @param client the client's address and port
 * @param node the address of the node and the listener's port, whatever port the socket has
 * @param zone the zone that the node is in
 * @param clientIp the client's address as text, an IPv6 address without brackets
 * @param id tells it from all other connections
 */
public record ConnectionInfo(
    InetSocketAddress client, InetSocketAddress node, String zone, String clientIp, long id) {

  /** Takes the addresses of an accepted connection. */
  public ConnectionInfo(InetSocketAddress client, InetSocketAddress node, String zone, long id) {
    this(client, node, zone, AddressText.of(client.getAddress()), id);
  }
}
