package io.albspec.proxy.server;

import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.exchange.ConnectionOutcome;
import io.albspec.proxy.telemetry.ConnectionLog;
import io.albspec.proxy.telemetry.Counters;
import io.albspec.proxy.time.Time;
import io.albspec.proxy.tls.Handshake;
import java.util.Optional;
import org.eclipse.jetty.io.Connection;
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
  private final Time time;
  private ConnectionInfo known;
  private long begun;
  private boolean over;

  /** An attempt of which nothing has been received. */
  Attempt(
      ConnectionInfo connection,
      Handshake handshake,
      ConnectionLog log,
      Counters counters,
      Time time) {
    this.connection = connection;
    this.handshake = handshake;
    this.log = log;
    this.counters = counters;
    this.time = time;
    this.known = connection;
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
      counters.clientTlsNegotiationError();
      log.log(new ConnectionOutcome(known, ConnectionOutcome.NO_HANDSHAKE, Optional.of(reason)));
    }
  }

  @Override
  public void onClosed(Connection closed) {
    failed();
  }
}
