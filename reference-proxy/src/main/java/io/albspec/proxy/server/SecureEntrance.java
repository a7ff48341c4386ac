package io.albspec.proxy.server;

import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.tls.Handshake;
import io.albspec.proxy.worker.Retirable;
import io.albspec.proxy.worker.Worker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BiFunction;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * The beginning of a secure connection: waits for the ClientHello, and then gives way to TLS with
 * what has been chosen, and to the protocol inside. On the worker's thread only.
 */
final class SecureEntrance extends AbstractConnection implements Connection.UpgradeFrom, Retirable {

  /** No more than the TLS engine takes over at once. */
  private static final int MOST_BYTES = 16 * 1024;

  private final Worker worker;
  private final Handshake handshake;
  private final Attempt attempt;
  private final BiFunction<EndPoint, ConnectionInfo, Connection> inside;
  private byte[] kept = {};
  private ByteBuffer buffer;
  private ByteBuffer received;
  private boolean begun;
  private boolean chosen;

  /**
   * A connection over an accepted endpoint.
   *
   * @param attempt learns what becomes of it, and ends it when it takes too long
   * @param inside makes the connection that goes on inside, over the endpoint it gets
   */
  SecureEntrance(
      EndPoint endPoint,
      Worker worker,
      Handshake handshake,
      Attempt attempt,
      BiFunction<EndPoint, ConnectionInfo, Connection> inside) {
    super(endPoint, Runnable::run);
    this.worker = worker;
    this.handshake = handshake;
    this.attempt = attempt;
    this.inside = inside;
  }

  @Override
  public void onOpen() {
    super.onOpen();
    attempt.opens();
    fillInterested();
  }

  @Override
  public void onFillable() {
    worker.tick();
    if (!begun) {
      begun = true;
      attempt.begins();
    }
    buffer = worker.buffers().acquire();
    received = buffer.slice(0, MOST_BYTES).put(kept).flip();
    try {
      read();
    } catch (IOException broken) {
      close();
    }
  }

  private void read() throws IOException {
    if (getEndPoint().fill(received) < 0) {
      close();
      return;
    }
    switch (handshake.read(received)) {
      case CHOSEN -> enter();
      case REFUSED -> refuse();
      case INCOMPLETE -> await();
    }
  }

  /** Clients that are slow hold no more than what they have sent. */
  private void await() {
    kept = BufferUtil.toArray(received);
    release();
    fillInterested();
  }

  private void enter() {
    ClientTls tls = new ClientTls(getEndPoint(), worker, handshake);
    tls.addHandshakeListener(attempt);
    tls.addEventListener(attempt);
    tls.getSslEndPoint().setConnection(inside.apply(tls.getSslEndPoint(), attempt.chosen()));
    chosen = true;
    getEndPoint().upgrade(tls);
  }

  private void refuse() {
    Callback sent = Callback.from(this::close, cause -> close());
    getEndPoint().write(sent, handshake.alert());
  }

  @Override
  public ByteBuffer onUpgradeFrom() {
    return received;
  }

  @Override
  public void retire() {
    close();
  }

  @Override
  public void onClose(Throwable cause) {
    super.onClose(cause);
    if (!chosen) {
      attempt.failed();
    }
    release();
  }

  private void release() {
    if (buffer != null) {
      worker.buffers().release(buffer);
      buffer = null;
    }
  }
}
