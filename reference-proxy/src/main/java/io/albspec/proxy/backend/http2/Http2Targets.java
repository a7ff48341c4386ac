package io.albspec.proxy.backend.http2;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.http1.RequestWriter;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.tls.TargetTls;
import io.albspec.proxy.worker.Worker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The HTTP/2 connections of one worker to targets; an exchange takes the first with room. */
public final class Http2Targets {

  private static final int MOST_KEPT = 256;

  private final Worker worker;
  private final TargetTls tls;
  private final RequestHeads heads;
  private final Workbench bench = new Workbench();
  private final Map<Target, List<Http2Connection>> connections = new HashMap<>();
  private final ArrayDeque<TargetStream> free = new ArrayDeque<>();

  /**
   * The connections of this worker, none yet.
   *
   * @param writer writes the heads of requests
   * @param tls secures connections
   */
  public Http2Targets(Worker worker, RequestWriter writer, TargetTls tls) {
    this.worker = worker;
    this.tls = tls;
    this.heads = new RequestHeads(writer, worker.buffers());
  }

  /** Sends the exchange's request to the target, on a new connection if none has room. */
  public void send(Exchange exchange, Target target) {
    target.requestBegan();
    TargetStream stream = free.isEmpty() ? new TargetStream(this, worker, heads) : free.pollFirst();
    stream.begin(exchange, target);
    place(stream);
  }

  /** Gives a stream to a connection that takes it. */
  void place(TargetStream stream) {
    Target target = stream.target();
    boolean tls13 = target.isSecure() && stream.exchange().settings().tls13Targets();
    Http2Connection connection = find(target, tls13);
    if (connection != null) {
      connection.send(stream);
      return;
    }
    Http2Connection fresh =
        new Http2Connection(
            this, worker, tls, bench, target, tls13, stream.exchange().settings().idleTimeout());
    connections.computeIfAbsent(target, t -> new ArrayList<>(1)).add(fresh);
    fresh.send(stream);
    fresh.connect();
  }

  /** One with room, or null. To look may show that a connection has ended. */
  private Http2Connection find(Target target, boolean tls13) {
    List<Http2Connection> all = connections.get(target);
    int at = 0;
    while (all != null && at < all.size()) {
      Http2Connection connection = all.get(at);
      if (connection.offersTls13() == tls13 && connection.hasRoom()) {
        return connection;
      }
      if (at < all.size() && all.get(at) == connection) {
        at++;
      }
    }
    return null;
  }

  /** A stream carries no exchange any more. */
  void released(TargetStream stream) {
    if (free.size() < MOST_KEPT) {
      free.addFirst(stream);
    }
  }

  /** Ends the connections to a target that is no longer one, and what is in flight on them. */
  public void forget(Target target) {
    List.copyOf(connections.getOrDefault(target, List.of())).forEach(Http2Connection::giveUp);
  }

  /** A connection has ended. */
  void ended(Http2Connection connection) {
    List<Http2Connection> all = connections.get(connection.target());
    if (all != null && all.remove(connection) && all.isEmpty()) {
      connections.remove(connection.target());
    }
  }
}
