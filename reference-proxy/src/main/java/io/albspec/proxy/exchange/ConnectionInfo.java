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
 * @param tls how it is secured; null if it is not
 */
public record ConnectionInfo(
    InetSocketAddress client,
    InetSocketAddress node,
    String zone,
    String clientIp,
    long id,
    TlsInfo tls) {

  /** Takes the addresses of an accepted connection, which is not secured. */
  public ConnectionInfo(InetSocketAddress client, InetSocketAddress node, String zone, long id) {
    this(client, node, zone, AddressText.of(client.getAddress()), id, null);
  }

  /** The same, secured. */
  public ConnectionInfo secured(TlsInfo how) {
    return new ConnectionInfo(client, node, zone, clientIp, id, how);
  }

  /** Whether it carries HTTP/2; else it is HTTP/1. */
  public boolean isHttp2() {
    return tls != null && tls.isHttp2();
  }

  /** Whether it is secured. */
  public boolean isSecure() {
    return tls != null;
  }
}
