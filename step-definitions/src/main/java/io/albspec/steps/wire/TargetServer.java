package io.albspec.steps.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A target: listens on two ports of an address and hands each request it reads to its owner. */
public final class TargetServer implements AutoCloseable {

  private static final int BACKLOG = 128;

  private final ServerSocket first;
  private final ServerSocket second;
  private final Observer observer;
  private final List<TargetConnection> connections = new CopyOnWriteArrayList<>();

  /** Who learns of requests and knows the time. */
  public interface Observer {

    /** A connection begins. */
    TargetConnection connected(Socket socket) throws IOException;

    /** A request was read. */
    void received(TargetConnection connection, Head head, byte[] body) throws IOException;
  }

  /**
   * Listens on that port, any free one if 0, and on another free one.
   *
   * @throws IOException if the port is taken or may not be used
   */
  public TargetServer(InetAddress address, int port, Observer observer) throws IOException {
    this.observer = observer;
    this.first = new ServerSocket(port, BACKLOG, address);
    this.second = new ServerSocket(0, BACKLOG, address);
    listen(first);
    listen(second);
  }

  private void listen(ServerSocket listening) {
    Thread thread =
        new Thread(() -> accept(listening), "albspec-target-" + listening.getLocalPort());
    thread.setDaemon(true);
    thread.start();
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        TargetConnection connection = observer.connected(listening.accept());
        connections.add(connection);
        Thread thread = new Thread(() -> serve(connection), "albspec-target-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        continue;
      }
    }
  }

  private void serve(TargetConnection connection) {
    try {
      for (var head = connection.head(); head.isPresent(); head = connection.head()) {
        observer.received(connection, head.get(), connection.body(head.get()));
      }
    } catch (IOException | NumberFormatException gone) {
      // What was read of it stays in the record of the connection.
    }
    connection.ended();
  }

  /** Where requests go. */
  public InetSocketAddress address() {
    return (InetSocketAddress) first.getLocalSocketAddress();
  }

  /** The second port it listens on. */
  public int otherPort() {
    return second.getLocalPort();
  }

  /** Every connection it had, in the order of their beginning. */
  public List<TargetConnection> connections() {
    return new ArrayList<>(connections);
  }

  /** Closes its listening sockets and its connections. */
  @Override
  public void close() {
    quietly(ServerSocket::close, List.of(first, second));
    quietly(TargetConnection::close, connections);
  }

  private interface Closing<T> {
    void close(T closed) throws IOException;
  }

  private static <T> void quietly(Closing<T> closing, List<T> all) {
    Consumer<T> each =
        one -> {
          try {
            closing.close(one);
          } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + one, e);
          }
        };
    all.forEach(each);
  }
}
