package io.albspec.proxy.backend.http2;

import io.albspec.proxy.target.Target;
import io.albspec.proxy.time.Time;
import io.albspec.proxy.tls.TargetTls;
import io.albspec.proxy.worker.Worker;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/**
 * One HTTP/2 connection to a target, and the streams that wait for it to stand: until the target
 * has said what it allows, no request is sent.
 */
final class Http2Connection implements Worker.ConnectOpener, TargetSession.Owner {

  /** How many wait at most. */
  private static final int MOST_WAITING = 100;

  /** Guide: "HTTP 504: Gateway timeout". */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Http2Targets owner;
  private final Worker worker;
  private final TargetTls tls;
  private final Workbench bench;
  private final Target target;
  private final boolean tls13;
  private final Duration idleTimeout;
  private final Queue<TargetStream> waiting = new ArrayDeque<>();
  private SocketChannel channel;
  private TargetSession session;
  private Time.Timer timer = () -> false;
  private boolean ready;
  private boolean ended;

  Http2Connection(
      Http2Targets owner,
      Worker worker,
      TargetTls tls,
      Workbench bench,
      Target target,
      boolean tls13,
      Duration idleTimeout) {
    this.owner = owner;
    this.worker = worker;
    this.tls = tls;
    this.bench = bench;
    this.target = target;
    this.tls13 = tls13;
    this.idleTimeout = idleTimeout;
  }

  Target target() {
    return target;
  }

  boolean offersTls13() {
    return tls13;
  }

  /** Whether it takes one more stream. */
  boolean hasRoom() {
    if (ended) {
      return false;
    }
    return ready ? session.hasRoom() : waiting.size() < MOST_WAITING;
  }

  /** Opens a stream, at once or as soon as the connection stands. */
  void send(TargetStream stream) {
    stream.sentOn(this);
    if (ready) {
      session.open(stream);
    } else {
      waiting.add(stream);
    }
  }

  /** Nobody waits for that stream any more. */
  void forget(TargetStream stream) {
    waiting.remove(stream);
  }

  void connect() {
    try {
      channel = worker.connect(target.source(), target.address(), this);
    } catch (IOException e) {
      failed(e);
    }
  }

  @Override
  public Connection open(EndPoint endPoint) {
    return target.isSecure()
        ? tls.overHttp2(endPoint, target.address(), tls13, this::connected, this::failed)
        : connected(endPoint);
  }

  private Connection connected(EndPoint endPoint) {
    session = new TargetSession(endPoint, worker, bench, this);
    timer = worker.time().after(PATIENCE, () -> worker.execute(this::expire));
    return session;
  }

  private void expire() {
    if (!ready) {
      failed(new SocketTimeoutException("the target does not say what it allows"));
    }
  }

  @Override
  public void ready(TargetSession stands) {
    timer.cancel();
    if (ended) {
      session.end();
      return;
    }
    ready = true;
    session.idleTimeout(idleTimeout);
    boolean useless = !session.hasRoom();
    while (!waiting.isEmpty() && session.hasRoom()) {
      session.open(waiting.remove());
    }
    while (!waiting.isEmpty()) {
      TargetStream other = waiting.remove();
      if (useless) {
        other.notConnected(false);
      } else {
        owner.place(other);
      }
    }
    if (useless) {
      session.leave();
    }
  }

  /** It could not be made. */
  @Override
  public void failed(Throwable cause) {
    end(cause instanceof SocketTimeoutException);
  }

  @Override
  public void ended() {
    end(false);
  }

  private void end(boolean timedOut) {
    if (ended) {
      return;
    }
    ended = true;
    timer.cancel();
    owner.ended(this);
    while (!waiting.isEmpty()) {
      waiting.remove().notConnected(timedOut);
    }
    if (session != null) {
      session.end();
    } else {
      closeChannel();
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

  /** The target is none any more: requests that it still handles fail (guide: "HTTP 502"). */
  void giveUp() {
    end(false);
  }
}
