package io.albspec.proxy.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two sockets of a name server, on the same port of 127.0.0.1.
 *
 * @param udp for datagrams
 * @param tcp for connections
 */
record DnsSockets(DatagramChannel udp, ServerSocketChannel tcp) {

  private static final Logger LOG = LoggerFactory.getLogger(DnsSockets.class);
  private static final int ATTEMPTS = 20;

  /** Binds both; where any port will do, one is looked for that is free for both. */
  static DnsSockets bind(int port) throws IOException {
    IOException last = new IOException("no attempt was made");
    for (int attempt = 0; attempt < (port == 0 ? ATTEMPTS : 1); attempt++) {
      try {
        return bindBoth(port);
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw new IOException(
        "the name server cannot listen on 127.0.0.1:%d: %s".formatted(port, last.getMessage()),
        last);
  }

  private static DnsSockets bindBoth(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    DnsSockets sockets = new DnsSockets(DatagramChannel.open(), ServerSocketChannel.open());
    try {
      sockets.tcp.configureBlocking(false);
      sockets.udp.configureBlocking(false);
      sockets.tcp.bind(new InetSocketAddress(loopback, port));
      sockets.udp.bind(sockets.tcp.getLocalAddress());
      return sockets;
    } catch (IOException failed) {
      sockets.close();
      throw failed;
    }
  }

  InetSocketAddress address() {
    return new InetSocketAddress(tcp.socket().getInetAddress(), tcp.socket().getLocalPort());
  }

  void close() {
    try (udp;
        tcp) {
      LOG.debug("the name server leaves its port");
    } catch (IOException e) {
      LOG.warn("a socket of the name server cannot be closed: {}", e.getMessage());
    }
  }
}
