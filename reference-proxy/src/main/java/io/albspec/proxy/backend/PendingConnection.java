package io.albspec.proxy.backend;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.TargetSide;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.worker.Worker;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/** A connection to a target that is being made for one exchange. */
final class PendingConnection implements Worker.ConnectOpener, TargetSide {

  private final Backend backend;
  private final Target target;
  private final boolean tls13;
  private Exchange exchange;
  private SocketChannel channel;

  PendingConnection(Backend backend, Target target, Exchange exchange) {
    this.backend = backend;
    this.target = target;
    this.tls13 = Backend.offersTls13(exchange, target);
    this.exchange = exchange;
    exchange.targetSide(this);
  }

  void connect() {
    try {
      channel = backend.worker().connect(target.source(), target.address(), this);
    } catch (IOException e) {
      failed(e);
    }
  }

  @Override
  public Connection open(EndPoint endPoint) {
    return target.isSecure()
        ? backend.tls().over(endPoint, target.address(), tls13, this::connected, this::failed)
        : connected(endPoint);
  }

  private Connection connected(EndPoint endPoint) {
    TargetConnection connection = new TargetConnection(endPoint, backend, target, tls13, exchange);
    exchange = null;
    return connection;
  }

  @Override
  public void failed(Throwable cause) {
    target.connectionFailed();
    closeChannel();
    Exchange failed = exchange;
    exchange = null;
    if (failed != null) {
      target.requestEnded();
      failed.targetSide(null);
      boolean timedOut = cause instanceof SocketTimeoutException;
      failed.clientSide().fail(timedOut ? Failures.GATEWAY_TIMEOUT : Failures.BAD_GATEWAY);
    }
  }

  private void closeChannel() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // It was not connected; nothing is lost with it.
      return;
    }
  }

  @Override
  public void requestBody(ByteBuffer data, boolean last, Callback done) {
    throw new IllegalStateException("no body is wanted before the connection stands");
  }

  /** The connection is ended as soon as it stands. */
  @Override
  public void abandon() {
    exchange = null;
    target.requestEnded();
  }
}
