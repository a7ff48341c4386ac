package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.ListenerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The sockets of a load balancer's listeners. A port below 1024 that may not be bound is served on
 * that port + 8000.
 *
 * @param bySocket the port of the socket by address and port of the listener
 */
record ListenerPorts(Map<InetSocketAddress, Integer> bySocket) implements SocketPorts {

  static final ListenerPorts NONE = new ListenerPorts(Map.of());

  private static final int PRIVILEGED = 1024;
  private static final int OFFSET = 8000;

  /**
   * The ports of a load balancer, where those that are held already stay as they are.
   *
   * <p>HAProxy itself would share a port that another haproxy has bound, and would pause its
   * predecessor while it waits for any other to become free; so every new port is tried first.
   *
   * @throws ApiException if a port is in use
   */
  static ListenerPorts of(BalancerConfig balancer, ListenerPorts held) throws ApiException {
    Map<InetSocketAddress, Integer> ports = new HashMap<>();
    for (ListenerConfig listener : balancer.listeners()) {
      int port = listener.resource().port();
      for (InetAddress address : balancer.addresses()) {
        InetSocketAddress socket = new InetSocketAddress(address, port);
        Integer old = held.bySocket.get(socket);
        ports.put(socket, old == null ? free(address, port) : old);
      }
    }
    return new ListenerPorts(Map.copyOf(ports));
  }

  @Override
  public int of(InetAddress address, int port) {
    return bySocket.get(new InetSocketAddress(address, port));
  }

  private static int free(InetAddress address, int port) throws ApiException {
    try (ServerSocket probe = new ServerSocket(port, 1, address)) {
      return probe.getLocalPort();
    } catch (IOException e) {
      if (port < PRIVILEGED && forbidden(e)) {
        return free(address, port + OFFSET);
      }
      throw Refusal.impossible(
          "port %d is already in use on %s".formatted(port, address.getHostAddress()));
    }
  }

  private static boolean forbidden(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("permission denied");
  }
}
