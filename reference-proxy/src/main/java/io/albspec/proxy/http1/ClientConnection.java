package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.TargetSide;
import io.albspec.proxy.worker.IdleTimer;
import io.albspec.proxy.worker.Input;
import io.albspec.proxy.worker.Loop;
import io.albspec.proxy.worker.Reset;
import io.albspec.proxy.worker.Worker;
import io.albspec.proxy.worker.Writing;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * A client's HTTP/1 connection: reads one request after the other, hands each over as an exchange,
 * and writes the response. Requests that were sent ahead wait unread until the exchange before them
 * is over, so at most one buffer of them is held.
 *
 * <p>Everything runs on the worker's thread. A connection that waits for its next request holds no
 * buffer and no exchange.
 */
public final class ClientConnection extends AbstractConnection implements ClientSide {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int CLIENT_CLOSED = 460;
  private static final long MOST_DISCARDED = 1024L * 1024;

  private enum Phase {
    /** Reading the head of a request, or waiting for one. */
    HEAD,
    /** The body is not wanted yet, or a piece of it is with the target's side. */
    BODY_WAITS,
    /** Reading the body. */
    BODY,
    /** A tunnel through which the client sends no more. */
    TUNNEL_ENDED,
    /** The request has been read; the response is on its way. */
    RESPONSE,
    /** The response is out; what remains of the body is read and dropped. */
    DISCARD,
    /** The last response is out; what comes is dropped until the client closes. */
    LINGER,
    /** The last byte of the response has been written. */
    RESPONDED,
    CLOSED
  }

  private final Worker worker;
  private final Supplier<io.albspec.proxy.plan.Listener> listeners;
  private final Reception reception;
  private final ConnectionInfo info;
  private final Writing writing;
  private final ClientResponse response;
  private final RequestFraming framing = new RequestFraming();
  private final BodyDecoder body = new BodyDecoder();
  private final Loop loop = new Loop(this::step);
  private final Input input;
  private final Callback pieceTaken = Callback.from(this::onPieceTaken, cause -> {});
  private final IdleTimer idle;
  private final long keepAliveUntil;

  private io.albspec.proxy.plan.Listener listener;
  private Exchange exchange;
  private Phase phase = Phase.HEAD;
  private boolean refused;
  private boolean closing;
  private boolean tunnel;
  private boolean retiring;
  private long discarded;

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
    this.worker = worker;
    this.info = info;
    this.listeners = listeners;
    this.reception = reception;
    this.listener = listeners.get();
    this.writing = new Writing(endPoint, worker, this::onWritten, cause -> clientGone());
    this.response = new ClientResponse(worker, reception.responses(), writing);
    this.input = new Input(endPoint, worker, this::onFillable, cause -> clientGone());
    this.idle = new IdleTimer(worker, this::onIdle);
    this.keepAliveUntil = worker.nanos() + listener.settings().clientKeepAlive().toNanos();
  }

  @Override
  public void onOpen() {
    super.onOpen();
    idle.start(listener.settings().idleTimeout());
    input.await();
  }

  /** Ends after the exchange in progress; at once if there is none. */
  public void retire() {
    retiring = true;
    if (phase == Phase.HEAD && exchange == null) {
      end();
    }
  }

  @Override
  public void onFillable() {
    idle.touch();
    loop.run();
  }

  private boolean step() {
    return switch (phase) {
      case HEAD -> readHead();
      case BODY -> readBody();
      case DISCARD -> discard();
      case LINGER -> linger();
      case RESPONSE -> watch();
      case RESPONDED -> finish();
      case BODY_WAITS, TUNNEL_ENDED, CLOSED -> false;
    };
  }

  private boolean readHead() {
    if (!input.hasBytes() && !fill()) {
      return false;
    }
    if (exchange == null) {
      listener = listeners.get();
      idle.start(listener.settings().idleTimeout());
      exchange = worker.acquireExchange();
      exchange.begin(info, listener.settings(), this, worker.time().now(), worker.nanos());
    }
    MessageHead head = exchange.request().head();
    switch (head.read(input.bytes())) {
      case INCOMPLETE -> {
        return true;
      }
      case COMPLETE -> received();
      case START_LINE_TOO_LONG -> refuse(Refusals.URI_TOO_LONG);
      case FIELD_TOO_LONG, HEAD_TOO_LONG -> refuse(Refusals.BAD_REQUEST);
    }
    return true;
  }

  private void received() {
    exchange.received(exchange.request().head().length());
    exchange.request().parse();
    OwnResponse refusal = reception.admission().refusal(exchange, listener, framing);
    if (refusal != null && refusal.isClosing()) {
      refuse(refusal);
      return;
    }
    framing.applyTo(body);
    noteRequestEnd();
    phase = body.isComplete() ? Phase.RESPONSE : Phase.BODY_WAITS;
    if (refusal == null) {
      reception.handler().handle(exchange, listener);
    } else {
      respond(refusal);
    }
  }

  private void noteRequestEnd() {
    if (body.isComplete()) {
      exchange.requestCompleted();
    }
  }

  private void refuse(OwnResponse error) {
    refused = true;
    phase = Phase.RESPONSE;
    respond(error);
  }

  @Override
  public void demandRequestBody() {
    if (phase != Phase.BODY_WAITS) {
      return;
    }
    phase = Phase.BODY;
    if (!input.hasBytes() && !input.isReadable()) {
      giveBody(NOTHING);
    }
    loop.run();
  }

  private boolean readBody() {
    if (!input.hasBytes() && !fill()) {
      return phase != Phase.BODY;
    }
    ByteBuffer bytes = input.bytes();
    int before = bytes.remaining();
    ByteBuffer piece = body.next(bytes);
    exchange.received(before - bytes.remaining());
    noteRequestEnd();
    if (body.isBroken()) {
      abandonTarget();
      fail(Refusals.BAD_REQUEST);
    } else if (piece.hasRemaining() || body.isComplete()) {
      giveBody(piece);
    }
    return true;
  }

  private void giveBody(ByteBuffer piece) {
    if (body.isComplete()) {
      exchange.requestTrailers(body.trailers());
    }
    phase = Phase.BODY_WAITS;
    exchange.targetSide().requestBody(piece, body.isComplete(), pieceTaken);
  }

  private void onPieceTaken() {
    if (phase == Phase.BODY_WAITS) {
      idle.touch();
      phase = !body.isComplete() ? Phase.BODY : tunnel ? Phase.TUNNEL_ENDED : Phase.RESPONSE;
      loop.run();
    }
  }

  /** While the response is awaited: notices that the client goes away. */
  private boolean watch() {
    if (!input.hasBytes()) {
      fill();
    }
    return false;
  }

  private boolean discard() {
    if (body.isComplete()) {
      next();
      return true;
    }
    if (!input.hasBytes() && !fill()) {
      return false;
    }
    discarded += input.bytes().remaining();
    body.next(input.bytes());
    if (body.isBroken() || discarded > MOST_DISCARDED) {
      end();
    }
    return true;
  }

  private boolean linger() {
    discarded += input.discard();
    if (!fill()) {
      return false;
    }
    if (discarded > MOST_DISCARDED) {
      end();
    }
    return true;
  }

  @Override
  public void respond(OwnResponse own) {
    exchange.status(own.status());
    exchange.timing().responded(worker.nanos());
    closing = own.isClosing() || mustClose() || (framing.expectsContinue() && !body.isComplete());
    response.own(exchange, own, closing);
  }

  @Override
  public void responseHead(long length) {
    boolean http11 = exchange.request().minorVersion() == 1;
    boolean inChunks = length == UNKNOWN_LENGTH && http11;
    exchange.status(exchange.response().status());
    exchange.timing().responded(worker.nanos());
    closing = mustClose() || (length == UNKNOWN_LENGTH && !http11);
    response.head(exchange, length, inChunks, closing);
  }

  private boolean mustClose() {
    return retiring
        || exchange.isOnce()
        || !framing.isKeepAlive()
        || worker.nanos() >= keepAliveUntil;
  }

  @Override
  public void interimResponse(Callback done) {
    if (exchange.request().minorVersion() == 1) {
      response.interim(exchange, done);
    } else {
      done.succeeded();
    }
  }

  @Override
  public void switched(Callback done) {
    exchange.status(exchange.response().status());
    exchange.timing().responded(worker.nanos());
    closing = true;
    tunnel = true;
    body.untilClose();
    response.switched(exchange, done);
    phase = Phase.BODY;
    loop.run();
  }

  @Override
  public void responseBody(ByteBuffer data, boolean last, Callback done) {
    response.body(exchange, data, last, done);
  }

  @Override
  public void fail(OwnResponse error) {
    if (phase == Phase.CLOSED) {
      return;
    }
    if (response.isCommitted() || writing.isPending()) {
      cut();
    } else {
      respond(error);
    }
  }

  private void onWritten() {
    idle.touch();
    if (writing.isPending() || phase == Phase.CLOSED) {
      return;
    }
    response.release();
    if (response.isLast()) {
      phase = Phase.RESPONDED;
      loop.run();
    }
  }

  private boolean finish() {
    listener.accessLog().log(exchange);
    forget();
    if (!closing) {
      next();
    } else if (refused || input.hasBytes() || !body.isComplete()) {
      phase = Phase.LINGER;
      getEndPoint().shutdownOutput();
    } else {
      end();
    }
    return true;
  }

  private void next() {
    if (!body.isComplete()) {
      phase = Phase.DISCARD;
      return;
    }
    phase = Phase.HEAD;
    discarded = 0;
    if (retiring && !input.hasBytes()) {
      end();
    }
  }

  /** Ends an exchange: its parts are free for others. */
  private void forget() {
    worker.releaseExchange(exchange);
    exchange = null;
    response.clear();
  }

  private void clientGone() {
    if (exchange != null && phase != Phase.CLOSED) {
      if (exchange.status() == 0) {
        boolean requestComplete = phase == Phase.RESPONSE || phase == Phase.RESPONDED;
        exchange.status(requestComplete ? CLIENT_CLOSED : Refusals.BAD_REQUEST.status());
      }
      abandonTarget();
      listener.accessLog().log(exchange);
      forget();
    }
    end();
  }

  /** Ends the connection so that nobody takes the response for complete. */
  private void cut() {
    abandonTarget();
    listener.accessLog().log(exchange);
    forget();
    Reset.onClose(getEndPoint());
    end();
  }

  private void abandonTarget() {
    TargetSide target = exchange.targetSide();
    if (target != null) {
      exchange.targetSide(null);
      target.abandon();
    }
  }

  private void onIdle() {
    switch (phase) {
      case HEAD -> {
        if (exchange == null) {
          end();
        } else {
          refuse(Refusals.REQUEST_TIMEOUT);
        }
      }
      case BODY -> {
        if (tunnel) {
          clientGone();
        } else {
          abandonTarget();
          fail(Refusals.REQUEST_TIMEOUT);
        }
      }
      case TUNNEL_ENDED -> clientGone();
      case BODY_WAITS, RESPONSE -> {
        if (writing.isPending()) {
          cut();
        }
      }
      case DISCARD, LINGER -> end();
      case RESPONDED, CLOSED -> {}
    }
  }

  private boolean fill() {
    Input.Filled filled = input.fill();
    if (filled == Input.Filled.ENDED) {
      clientEnded();
    }
    return filled == Input.Filled.SOME;
  }

  /** The client sends no more; perhaps it still listens. */
  private void clientEnded() {
    if (phase != Phase.BODY || !getEndPoint().isOpen()) {
      clientGone();
    } else if (tunnel) {
      body.length(0);
      giveBody(NOTHING);
    } else {
      abandonTarget();
      fail(Refusals.BAD_REQUEST);
    }
  }

  private void end() {
    if (phase != Phase.CLOSED) {
      phase = Phase.CLOSED;
      idle.stop();
      input.release();
      close();
    }
  }

  @Override
  public void onClose(Throwable cause) {
    super.onClose(cause);
    clientGone();
  }
}
