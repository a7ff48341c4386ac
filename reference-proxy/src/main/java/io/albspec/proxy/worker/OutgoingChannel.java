package io.albspec.proxy.worker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/** Channels for connections to targets, which see the address of the node that they come from. */
final class OutgoingChannel {

  private OutgoingChannel() {}

  /**
   * A channel that does not block, to be connected.
   *
   * @param source the address of the node; it is used where it can reach the target, which is on
   *     the same machine only, and while it has a port left
   */
  static SocketChannel open(InetAddress source, InetSocketAddress target) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (isReachable(source, target.getAddress())) {
        bind(channel, source);
      }
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean isReachable(InetAddress source, InetAddress target) {
    return target != null
        && target.isLoopbackAddress()
        && source.isLoopbackAddress()
        && source.getClass() == target.getClass();
  }

  private static void bind(SocketChannel channel, InetAddress source) throws IOException {
    try {
      channel.bind(new InetSocketAddress(source, 0));
    } catch (BindException e) {
      // All ports of that address are taken: another one reaches the target too.
      return;
    }
  }
}
