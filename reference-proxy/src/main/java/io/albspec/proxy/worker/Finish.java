package io.albspec.proxy.worker;

import org.eclipse.jetty.io.EndPoint;

/** Ending this side of a connection in order. */
public final class Finish {

  private Finish() {}

  /** Sends FIN, behind what is still to be written. */
  public static void behindWrites(EndPoint endPoint) {
    if (endPoint instanceof SocketEndPoint socket) {
      socket.finish();
    } else {
      endPoint.shutdownOutput();
    }
  }
}
