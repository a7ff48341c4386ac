package io.albspec.proxy.backend;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.worker.IdleTimer;
import io.albspec.proxy.worker.Input;
import io.albspec.proxy.worker.Input.Filled;
import io.albspec.proxy.worker.Loop;
import io.albspec.proxy.worker.Worker;
import io.albspec.proxy.worker.Writing;
import java.time.Duration;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;

/**
 * An HTTP/1.1 connection to a target from its opening to its end: one request after the other.
 * Everything runs on the worker's thread. While it is idle it holds no buffer.
 */
final class TargetConnection extends AbstractConnection {

  /**
   * Targets close connections that have been idle for seconds. For so long nobody looks whether
   * that has just happened: the selector tells soon enough.
   */
  private static final long FRESH = Duration.ofMillis(100).toNanos();

  private final Backend backend;
  private final Worker worker;
  private final Target target;
  private final Writing writing;
  private final Input input;
  private final IdleTimer idle;
  private final Loop loop = new Loop(this::step);
  private final OutgoingRequest request;
  private final TargetStream stream;

  private final boolean tls13;
  private Exchange first;
  private long idleSince;
  private boolean busy;
  private boolean reused;
  private boolean ended;

  /**
   * A connection that stands; the exchange, if there still is one, is sent at once.
   *
   * @param tls13 whether TLS 1.3 was offered
   */
  TargetConnection(
      EndPoint endPoint, Backend backend, Target target, boolean tls13, Exchange first) {
    super(endPoint, Runnable::run);
    this.backend = backend;
    this.worker = backend.worker();
    this.target = target;
    this.tls13 = tls13;
    this.first = first;
    this.writing = new Writing(endPoint, worker, this::onWritten, cause -> broken());
    this.input = new Input(endPoint, worker, this::onFillable, cause -> broken());
    this.idle = new IdleTimer(worker, this::onIdle);
    this.request = new OutgoingRequest(backend.requestWriter(), worker.buffers(), writing);
    this.stream = new TargetStream(this, input, request);
  }

  @Override
  public void onOpen() {
    super.onOpen();
    backend.opened(this);
    Exchange exchange = first;
    first = null;
    if (exchange == null) {
      end();
    } else {
      begin(exchange);
    }
  }

  Target target() {
    return target;
  }

  boolean offersTls13() {
    return tls13;
  }

  /** Sends another request. */
  void send(Exchange exchange) {
    reused = true;
    begin(exchange);
  }

  private void begin(Exchange exchange) {
    busy = true;
    idle.start(exchange.settings().idleTimeout());
    stream.send(exchange);
    input.await();
  }

  /** Whether it was idle before the request that it handles. */
  boolean isReused() {
    return reused;
  }

  /** Sends a request that this connection could not, on another one. */
  void sendElsewhere(Exchange exchange) {
    backend.send(exchange, target);
  }

  /** Whether this idle connection is of no more use; it is ended then. */
  boolean isStale() {
    if (worker.nanos() - idleSince >= FRESH && input.probe() != Filled.NOTHING) {
      end();
    }
    return ended;
  }

  long nanos() {
    return worker.nanos();
  }

  private void onWritten() {
    idle.touch();
    if (!writing.isPending()) {
      request.release();
    }
  }

  @Override
  public void onFillable() {
    proceed();
  }

  /** There may be something to do. */
  void proceed() {
    idle.touch();
    loop.run();
  }

  private boolean step() {
    if (ended || !stream.wantsBytes()) {
      return !ended && stream.step();
    }
    switch (input.fill()) {
      case SOME -> {
        return used();
      }
      case NOTHING -> stream.pause();
      case ENDED -> targetGone(true);
      case BROKEN -> broken();
    }
    return false;
  }

  /** An idle target must not say anything: what would it answer? */
  private boolean used() {
    if (stream.isIdle()) {
      end();
    }
    return stream.step();
  }

  /**
   * The target has said all that there is to say to the request. The client may send another one as
   * soon as it has that, so it must be known before.
   */
  void answered() {
    if (busy) {
      busy = false;
      target.requestEnded();
    }
  }

  /**
   * The exchange is over.
   *
   * @param reusable whether both sides have said all that belongs to it, and may go on
   */
  void over(boolean reusable) {
    answered();
    if (!reusable || writing.isPending()) {
      end();
      return;
    }
    input.release();
    idleSince = worker.nanos();
    backend.becameIdle(this);
    input.await();
  }

  /** The target is none any more: a request that it still handles fails (guide: "HTTP 502"). */
  void giveUp() {
    stream.fail(Failures.BAD_GATEWAY);
    end();
  }

  private void broken() {
    targetGone(false);
  }

  private void targetGone(boolean inOrder) {
    if (!ended && !stream.isIdle()) {
      stream.targetGone(inOrder);
    }
    if (stream.isIdle()) {
      end();
    }
  }

  private void onIdle() {
    if (stream.isIdle()) {
      end();
    } else {
      stream.onIdle();
    }
  }

  private void end() {
    if (!ended) {
      ended = true;
      idle.stop();
      input.release();
      request.drop();
      backend.ended(this);
      close();
    }
  }

  @Override
  public void onClose(Throwable cause) {
    super.onClose(cause);
    broken();
  }
}
