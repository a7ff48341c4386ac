package io.albspec.proxy.worker;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;

/** Ending a connection with RST instead of FIN, so that the peer knows something is missing. */
public final class Reset {

  private static final int NO_LINGER = 0;

  private Reset() {}

  /** Makes the close that follows a reset. */
  public static void onClose(EndPoint endPoint) {
    if (endPoint.getTransport() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, NO_LINGER);
      } catch (IOException e) {
        // The connection is gone already, which is what the peer must learn.
        return;
      }
    }
  }
}
