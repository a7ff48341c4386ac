package io.albspec.proxy;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** A target of WebSockets that sends every message back: Jetty's. */
final class EchoServer {

  private static final long MOST_BYTES = 4L * 1024 * 1024;

  private final Server server;

  private EchoServer(Server server) {
    this.server = server;
  }

  /** Listens at any free port of an address. */
  static EchoServer start(String address) throws Exception {
    Server server = new Server(new InetSocketAddress(address, 0));
    server.setHandler(
        WebSocketUpgradeHandler.from(
            server,
            container -> {
              container.setMaxTextMessageSize(MOST_BYTES);
              container.setMaxBinaryMessageSize(MOST_BYTES);
              container.addMapping("/chat", (request, response, callback) -> new Echo());
            }));
    server.start();
    return new EchoServer(server);
  }

  int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  void stop() throws Exception {
    server.stop();
  }

  /** One connection. */
  public static final class Echo implements Session.Listener.AutoDemanding {

    private Session session;

    @Override
    public void onWebSocketOpen(Session opened) {
      session = opened;
    }

    @Override
    public void onWebSocketText(String message) {
      session.sendText(message, Callback.NOOP);
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
      session.sendBinary(payload, callback);
    }
  }
}
