package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.worker.IdleTimer;
import io.albspec.proxy.worker.Input;
import io.albspec.proxy.worker.Loop;
import io.albspec.proxy.worker.Reset;
import io.albspec.proxy.worker.Retirable;
import io.albspec.proxy.worker.Worker;
import io.albspec.proxy.worker.Writing;
import java.util.function.Supplier;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;

/**
 * A client's HTTP/1 connection from its opening to its end: one request after the other. Requests
 * that were sent ahead wait unread until the exchange before them is over, so at most one buffer of
 * them is held.
 *
 * <p>Everything runs on the worker's thread. A connection that waits for its next request holds no
 * buffer and no exchange.
 */
public final class ClientConnection extends AbstractConnection implements Retirable, StreamOwner {

  private static final long MOST_DROPPED = 1024L * 1024;

  private enum Phase {
    SERVING,
    /** The last response is out; what comes is dropped until the client closes. */
    LINGERING,
    CLOSED
  }

  private final Supplier<io.albspec.proxy.plan.Listener> listeners;
  private final Writing writing;
  private final Input input;
  private final IdleTimer idle;
  private final Loop loop = new Loop(this::step);
  private final Persistence persistence;
  private final ClientStream stream;

  private Phase phase = Phase.SERVING;
  private long dropped;

  /**
   * A connection over an accepted endpoint.
   *
   * @param listeners gives the listener as it is configured at the moment
   * @param reception that of the worker
   */
  public ClientConnection(
      EndPoint endPoint,
      Worker worker,
      ConnectionInfo info,
      Supplier<io.albspec.proxy.plan.Listener> listeners,
      Reception reception) {
    super(endPoint, Runnable::run);
    this.listeners = listeners;
    this.writing = new Writing(endPoint, worker, this::onWritten, cause -> end());
    this.input = new Input(endPoint, worker, this::onFillable, cause -> end());
    this.idle = new IdleTimer(worker, this::onIdle);
    this.persistence = new Persistence(worker, listeners.get().settings().clientKeepAlive());
    this.stream = new ClientStream(worker, info, reception, persistence, input, writing, this);
  }

  @Override
  public void onOpen() {
    super.onOpen();
    idle.start(listeners.get().settings().idleTimeout());
    input.await();
  }

  @Override
  public void retire() {
    persistence.retire();
    if (phase == Phase.SERVING && stream.isIdle()) {
      end();
    }
  }

  @Override
  public io.albspec.proxy.plan.Listener requestBegins() {
    io.albspec.proxy.plan.Listener listener = listeners.get();
    idle.start(listener.settings().idleTimeout());
    return listener;
  }

  @Override
  public void onFillable() {
    idle.touch();
    loop.run();
  }

  @Override
  public void proceed() {
    idle.touch();
    loop.run();
  }

  private boolean step() {
    return switch (phase) {
      case SERVING -> serve();
      case LINGERING -> linger();
      case CLOSED -> false;
    };
  }

  private boolean serve() {
    if (!stream.wantsBytes()) {
      return stream.step();
    }
    return switch (input.fill()) {
      case SOME -> stream.step();
      case NOTHING -> false;
      case ENDED, BROKEN -> clientEnded();
    };
  }

  /** The client sends no more. */
  private boolean clientEnded() {
    if (!getEndPoint().isOpen() || !stream.clientEnded()) {
      end();
      return false;
    }
    return true;
  }

  private boolean linger() {
    dropped += input.discard();
    Input.Filled filled = input.fill();
    boolean more = filled == Input.Filled.SOME;
    if (dropped > MOST_DROPPED || !(more || filled == Input.Filled.NOTHING)) {
      end();
    }
    return more;
  }

  private void onWritten() {
    idle.touch();
    if (!writing.isPending() && phase == Phase.SERVING) {
      stream.onWritten();
    }
  }

  @Override
  public void over(boolean close, boolean unread) {
    if (close && unread) {
      phase = Phase.LINGERING;
      getEndPoint().shutdownOutput();
    } else if (close || (persistence.isRetiring() && !unread)) {
      end();
    }
  }

  @Override
  public void cut() {
    Reset.onClose(getEndPoint());
    end();
  }

  private void onIdle() {
    if (phase == Phase.SERVING && !stream.isIdle()) {
      stream.onIdle();
    } else {
      end();
    }
  }

  @Override
  public void end() {
    if (phase != Phase.CLOSED) {
      phase = Phase.CLOSED;
      stream.clientGone();
      idle.stop();
      input.release();
      close();
    }
  }

  @Override
  public void onClose(Throwable cause) {
    super.onClose(cause);
    end();
  }
}
