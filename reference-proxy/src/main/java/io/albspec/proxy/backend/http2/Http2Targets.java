package io.albspec.proxy.backend.http2;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.http1.RequestWriter;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.worker.Worker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.io.ClientConnector;

/** The HTTP/2 connections of one worker to targets; an exchange takes the first with room. */
public final class Http2Targets {

  private final Worker worker;
  private final RequestWriter heads;
  private final HTTP2Client client;
  private final Map<Target, List<Http2Connection>> connections = new HashMap<>();

  /**
   * The connections of this worker, none yet.
   *
   * @param heads writes the heads of requests
   */
  public Http2Targets(Worker worker, RequestWriter heads) {
    this.worker = worker;
    this.heads = heads;
    this.client = settings(worker);
  }

  /**
   * Jetty's client gives its connections their settings; it is not started and connects nothing.
   */
  private static HTTP2Client settings(Worker worker) {
    ClientConnector connector = new ClientConnector();
    connector.setExecutor(Runnable::run);
    connector.setScheduler(worker.scheduler());
    connector.setByteBufferPool(worker.bufferPool());
    HTTP2Client client = new HTTP2Client(connector);
    client.setMaxConcurrentPushedStreams(0);
    client.setMaxResponseHeadersSize(Http2Stream.MOST_HEAD_BYTES);
    client.setStreamIdleTimeout(0);
    return client;
  }

  /** Sends the exchange's request to the target, on a new connection if none has room. */
  public void send(Exchange exchange, Target target) {
    target.requestBegan();
    Http2Stream stream = new Http2Stream(worker, heads, target, exchange);
    List<Http2Connection> all = connections.computeIfAbsent(target, t -> new ArrayList<>());
    for (Http2Connection connection : all) {
      if (connection.hasRoom()) {
        connection.send(stream);
        return;
      }
    }
    Http2Connection connection = new Http2Connection(this, worker, client, target);
    all.add(connection);
    connection.send(stream);
    connection.connect();
  }

  /** Ends the connections to a target that is no longer one, and what is in flight on them. */
  public void forget(Target target) {
    List.copyOf(connections.getOrDefault(target, List.of())).forEach(Http2Connection::giveUp);
  }

  /** A connection takes no more exchanges. */
  void ended(Http2Connection connection) {
    List<Http2Connection> all = connections.get(connection.target());
    if (all != null && all.remove(connection) && all.isEmpty()) {
      connections.remove(connection.target());
    }
  }
}
