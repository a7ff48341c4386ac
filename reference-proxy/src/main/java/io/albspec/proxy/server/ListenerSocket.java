package io.albspec.proxy.server;

import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.exchange.ConnectionOutcome;
import io.albspec.proxy.http1.ClientConnection;
import io.albspec.proxy.http2.ClientSession;
import io.albspec.proxy.plan.Listener;
import io.albspec.proxy.tls.Handshake;
import io.albspec.proxy.worker.Retirable;
import io.albspec.proxy.worker.Worker;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener on the address of one node: accepts connections and gives each to a worker. The
 * configuration behind it can be exchanged while it is in use.
 */
final class ListenerSocket implements Worker.Acceptor {

  private static final Logger LOG = LoggerFactory.getLogger(ListenerSocket.class);

  private final ServerSocketChannel server;
  private final InetSocketAddress node;
  private final Workers workers;
  private final OpenConnections connections;
  private volatile Service service;
  private volatile boolean retired;
  private Closeable registration;

  /**
   * Takes over a bound socket.
   *
   * @param node the node's address and the listener's port, whatever port the socket has
   */
  ListenerSocket(
      ServerSocketChannel server,
      InetSocketAddress node,
      Workers workers,
      OpenConnections connections,
      Service service) {
    this.server = server;
    this.connections = connections;
    this.node = node;
    this.workers = workers;
    this.service = service;
  }

  /** Begins to accept. */
  void open() {
    registration = workers.first().acceptFrom(server, this);
  }

  /** Requests from now on are handled so, and connections let in so. */
  void change(Service next) {
    service = next;
  }

  @Override
  public void accepted(SocketChannel channel) {
    try {
      InetSocketAddress client = (InetSocketAddress) channel.getRemoteAddress();
      if (!service.inbound().admits(client.getAddress())) {
        refuse(channel);
        return;
      }
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      serve(channel, client);
    } catch (IOException gone) {
      close(channel);
    }
  }

  /** By RST at once: the kernel has accepted the connection already. */
  private void refuse(SocketChannel channel) throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    close(channel);
  }

  private void serve(SocketChannel channel, InetSocketAddress client) {
    ConnectionInfo info =
        new ConnectionInfo(client, node, service.zone(), workers.nextConnectionId());
    Workers.Station station = workers.next();
    station.worker().accept(channel, endPoint -> connect(endPoint, info, station));
  }

  private Connection connect(EndPoint endPoint, ConnectionInfo info, Workers.Station station) {
    Listener listener = service.listener();
    return track(
        station,
        listener
            .secure()
            .<Retirable>map(
                secure -> entrance(endPoint, info, station, listener, secure.handshake()))
            .orElseGet(() -> open(endPoint, info, station, listener)));
  }

  private Retirable entrance(
      EndPoint endPoint,
      ConnectionInfo info,
      Workers.Station station,
      Listener listener,
      Handshake handshake) {
    Attempt attempt =
        new Attempt(
            info,
            handshake,
            listener.connectionLog(),
            listener.counters(),
            listener.settings().idleTimeout(),
            endPoint,
            station.worker());
    return new SecureEntrance(
        endPoint,
        station.worker(),
        handshake,
        attempt,
        (inner, secured) -> track(station, inside(inner, secured, station)));
  }

  private Retirable open(
      EndPoint endPoint, ConnectionInfo info, Workers.Station station, Listener listener) {
    listener
        .connectionLog()
        .log(new ConnectionOutcome(info, ConnectionOutcome.NO_HANDSHAKE, Optional.empty()));
    return http1(endPoint, info, station);
  }

  /** The protocol that was agreed on (guide: "Listener configuration", on HTTP/2). */
  private Retirable inside(EndPoint endPoint, ConnectionInfo info, Workers.Station station) {
    return info.isHttp2()
        ? new ClientSession(
            endPoint, station.worker(), info, () -> service.listener(), station.desk())
        : http1(endPoint, info, station);
  }

  private Retirable http1(EndPoint endPoint, ConnectionInfo info, Workers.Station station) {
    return new ClientConnection(
        endPoint, station.worker(), info, () -> service.listener(), station.reception());
  }

  private Retirable track(Workers.Station station, Retirable connection) {
    connections.add(this, station.worker(), connection);
    if (retired) {
      // Only once it is open: nobody hears of the end of a connection that never was.
      station.worker().execute(connection::retire);
    }
    return connection;
  }

  /** Accepts no more; connections end with the exchange they are in. */
  void retire() {
    retired = true;
    connections.retire(this);
    close(registration == null ? server : registration);
  }

  private void close(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      LOG.warn("could not close the socket of {}", node, e);
    }
  }
}
