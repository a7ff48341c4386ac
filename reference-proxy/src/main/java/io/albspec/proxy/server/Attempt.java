package io.albspec.proxy.server;

import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.exchange.ConnectionOutcome;
import io.albspec.proxy.telemetry.ConnectionLog;
import io.albspec.proxy.telemetry.Counters;
import io.albspec.proxy.time.Time;
import io.albspec.proxy.tls.Handshake;
import io.albspec.proxy.worker.IdleTimer;
import io.albspec.proxy.worker.Worker;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;

/**
 * A client's attempt to connect securely: logs once what has become of it. On the worker's thread
 * only.
 */
final class Attempt implements SslHandshakeListener, Connection.Listener {

  private final ConnectionInfo connection;
  private final Handshake handshake;
  private final ConnectionLog log;
  private final Counters counters;
  private final Duration patience;
  private final EndPoint endPoint;
  private final Time time;
  private final IdleTimer limit;
  private ConnectionInfo known;
  private long begun;
  private boolean over;

  /**
   * An attempt of which nothing has been received.
   *
   * @param patience how long the whole handshake may take
   */
  Attempt(
      ConnectionInfo connection,
      Handshake handshake,
      ConnectionLog log,
      Counters counters,
      Duration patience,
      EndPoint endPoint,
      Worker worker) {
    this.connection = connection;
    this.handshake = handshake;
    this.log = log;
    this.counters = counters;
    this.patience = patience;
    this.endPoint = endPoint;
    this.time = worker.time();
    this.limit = new IdleTimer(worker, this::expire);
    this.known = connection;
  }

  /**
   * The client is connected. It has as long for its whole handshake as it may be silent later,
   * however often it sends a byte of it.
   */
  void opens() {
    limit.start(patience);
  }

  private void expire() {
    endPoint.getConnection().close();
  }

  /** The client has begun its handshake. */
  void begins() {
    begun = time.nanos();
  }

  /** It has been chosen how to go on. Returns the connection with what is known of it now. */
  ConnectionInfo chosen() {
    known = connection.secured(handshake.info());
    return known;
  }

  @Override
  public void handshakeSucceeded(Event event) {
    if (!over) {
      over = true;
      limit.stop();
      handshake.succeeded(event.getSSLEngine().getSession());
      log.log(new ConnectionOutcome(known, time.nanos() - begun, Optional.empty()));
    }
  }

  @Override
  public void handshakeFailed(Event event, Throwable failure) {
    failed(handshake.failed(failure));
  }

  /** Nothing in common, no ClientHello, or the client has gone or is silent. */
  void failed() {
    failed(Handshake.UNMAPPED);
  }

  private void failed(String reason) {
    if (!over) {
      over = true;
      limit.stop();
      counters.clientTlsNegotiationError();
      log.log(new ConnectionOutcome(known, ConnectionOutcome.NO_HANDSHAKE, Optional.of(reason)));
    }
  }

  @Override
  public void onClosed(Connection closed) {
    failed();
  }
}
