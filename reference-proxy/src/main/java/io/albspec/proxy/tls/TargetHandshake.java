package io.albspec.proxy.tls;

import io.albspec.proxy.time.Time;
import io.albspec.proxy.worker.Worker;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.util.BufferUtil;

/**
 * The beginning of a connection with a target: waits for the end of the handshake. On the worker's
 * thread only.
 */
final class TargetHandshake extends AbstractConnection implements SslHandshakeListener {

  /** Guide: "HTTP 504: Gateway timeout". */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Worker worker;
  private final Function<EndPoint, Connection> inside;
  private final Consumer<Throwable> failed;
  private Time.Timer timer = () -> false;
  private boolean succeeded;
  private boolean agreed;
  private boolean over;

  TargetHandshake(
      EndPoint endPoint,
      Worker worker,
      Function<EndPoint, Connection> inside,
      Consumer<Throwable> failed) {
    super(endPoint, Runnable::run);
    this.worker = worker;
    this.inside = inside;
    this.failed = failed;
  }

  @Override
  public void onOpen() {
    super.onOpen();
    timer = worker.time().after(PATIENCE, () -> worker.execute(this::expire));
    try {
      getEndPoint().flush(BufferUtil.EMPTY_BUFFER);
      proceed();
    } catch (IOException refused) {
      end(refused);
    }
  }

  @Override
  public void onFillable() {
    worker.tick();
    try {
      if (getEndPoint().fill(BufferUtil.EMPTY_BUFFER) < 0 && !succeeded) {
        throw new EOFException("the target has ended the connection in the handshake");
      }
      proceed();
    } catch (IOException refused) {
      end(refused);
    }
  }

  private void proceed() {
    if (over) {
      return;
    } else if (!succeeded) {
      fillInterested();
      return;
    } else if (!agreed) {
      end(new IOException("the target does not choose the protocol that it has to speak"));
      return;
    }
    over = true;
    timer.cancel();
    getEndPoint().upgrade(inside.apply(getEndPoint()));
  }

  @Override
  public void onFillInterestedFailed(Throwable cause) {
    end(cause);
  }

  private void expire() {
    end(new SocketTimeoutException("the target does not complete the handshake"));
  }

  private void end(Throwable cause) {
    if (!over) {
      over = true;
      timer.cancel();
      close();
      failed.accept(cause);
    }
  }

  @Override
  public void onClose(Throwable cause) {
    super.onClose(cause);
    if (!succeeded) {
      end(cause == null ? new EOFException("the connection was closed") : cause);
    }
  }

  @Override
  public void handshakeSucceeded(Event event) {
    SSLEngine engine = event.getSSLEngine();
    List<String> offered = List.of(engine.getSSLParameters().getApplicationProtocols());
    agreed = offered.isEmpty() || offered.contains(engine.getApplicationProtocol());
    succeeded = true;
  }
}
