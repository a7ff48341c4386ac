package io.albspec.proxy.server;

import io.albspec.proxy.control.ApiException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;

/** Binds the sockets of listeners. */
final class ListenerSockets {

  private static final int BACKLOG = 4096;
  private static final int PRIVILEGED = 1024;
  private static final int OFFSET = 8000;

  private ListenerSockets() {}

  /**
   * A socket on the node's address and the listener's port; on port + 8000 where the port is below
   * 1024 and may not be bound.
   *
   * @throws ApiException if neither can be bound
   */
  static ServerSocketChannel bind(InetSocketAddress node) throws ApiException {
    try {
      return tryBind(node);
    } catch (BindException e) {
      if (node.getPort() < PRIVILEGED && isNotPermitted(e)) {
        return bindWithOffset(node);
      }
      throw refused(node, e);
    } catch (IOException e) {
      throw refused(node, e);
    }
  }

  private static ServerSocketChannel bindWithOffset(InetSocketAddress node) throws ApiException {
    InetSocketAddress offset = new InetSocketAddress(node.getAddress(), node.getPort() + OFFSET);
    try {
      return tryBind(offset);
    } catch (IOException e) {
      throw refused(offset, e);
    }
  }

  private static ServerSocketChannel tryBind(InetSocketAddress address) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    try {
      server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      server.configureBlocking(false);
      return server.bind(address, BACKLOG);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  private static boolean isNotPermitted(BindException e) {
    return String.valueOf(e.getMessage()).contains("ermission denied");
  }

  private static ApiException refused(InetSocketAddress address, IOException cause) {
    return new ApiException(
        "OperationNotPermitted",
        "Listener port '%d' cannot be opened on node address '%s': %s"
            .formatted(
                address.getPort(), address.getAddress().getHostAddress(), cause.getMessage()));
  }
}
