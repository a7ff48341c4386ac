package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.TargetSide;
import io.albspec.proxy.plan.Listener;
import io.albspec.proxy.worker.Input;
import io.albspec.proxy.worker.Worker;
import io.albspec.proxy.worker.Writing;
import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;

/**
 * One request at a time on a client's connection, from its first byte to the last of the response:
 * the client's side of the exchange. Reused for the next; between two it holds no exchange.
 */
final class ClientStream implements ClientSide {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int CLIENT_CLOSED = 460;

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
    /** The last byte of the response has been written. */
    RESPONDED,
    /** The response is out; what remains of the body is read and dropped. */
    DISCARD
  }

  private final Worker worker;
  private final ConnectionInfo info;
  private final Reception reception;
  private final Persistence persistence;
  private final StreamOwner owner;
  private final Input input;
  private final Writing writing;
  private final ClientResponse response;
  private final RequestFraming framing = new RequestFraming();
  private final RequestBody body;
  private final Callback pieceTaken = Callback.from(this::onPieceTaken, cause -> {});

  private Listener listener;
  private Exchange exchange;
  private Phase phase = Phase.HEAD;
  private boolean refused;
  private boolean closing;
  private boolean tunnel;

  ClientStream(
      Worker worker,
      ConnectionInfo info,
      Reception reception,
      Persistence persistence,
      Input input,
      Writing writing,
      StreamOwner owner) {
    this.worker = worker;
    this.info = info;
    this.reception = reception;
    this.persistence = persistence;
    this.owner = owner;
    this.input = input;
    this.writing = writing;
    this.body = new RequestBody(input);
    this.response = new ClientResponse(worker, reception.responses(), writing);
  }

  /** Whether no request has begun. */
  boolean isIdle() {
    return exchange == null && phase == Phase.HEAD;
  }

  /** Does the next thing with the bytes that have been read; false if there is none. */
  boolean step() {
    return switch (phase) {
      case HEAD -> readHead();
      case BODY -> readBody();
      case RESPONDED -> finish();
      case DISCARD -> discard();
      case BODY_WAITS, TUNNEL_ENDED, RESPONSE -> false;
    };
  }

  /** Whether {@link #step} can use more bytes than there are. */
  boolean wantsBytes() {
    boolean reading = phase == Phase.HEAD || phase == Phase.BODY || phase == Phase.DISCARD;
    return !input.hasBytes() && (reading || phase == Phase.RESPONSE);
  }

  private boolean readHead() {
    if (!input.hasBytes()) {
      return false;
    }
    if (exchange == null) {
      listener = owner.requestBegins();
      exchange = worker.acquireExchange();
      exchange.begin(info, listener.settings(), this, worker.time().now(), worker.nanos());
    }
    switch (exchange.request().head().read(input.bytes())) {
      case INCOMPLETE -> {}
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
    body.begin(exchange, framing);
    phase = body.isComplete() ? Phase.RESPONSE : Phase.BODY_WAITS;
    if (refusal == null) {
      reception.handler().handle(exchange, listener);
    } else {
      respond(refusal);
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
    if (!input.hasBytes()) {
      giveBody(NOTHING);
    }
    owner.proceed();
  }

  private boolean readBody() {
    if (!input.hasBytes()) {
      return false;
    }
    ByteBuffer piece = body.read(exchange);
    if (body.isBroken()) {
      giveUp(Refusals.BAD_REQUEST);
    } else if (piece.hasRemaining() || body.isComplete()) {
      giveBody(piece);
    }
    return true;
  }

  private void giveBody(ByteBuffer piece) {
    phase = Phase.BODY_WAITS;
    exchange.targetSide().requestBody(piece, body.isComplete(), pieceTaken);
  }

  private void onPieceTaken() {
    if (phase == Phase.BODY_WAITS) {
      phase = !body.isComplete() ? Phase.BODY : tunnel ? Phase.TUNNEL_ENDED : Phase.RESPONSE;
      owner.proceed();
    }
  }

  /** The rest of the body will not come. */
  private void giveUp(OwnResponse error) {
    phase = Phase.RESPONSE;
    abandonTarget();
    fail(error);
  }

  private boolean discard() {
    if (!input.hasBytes()) {
      return false;
    }
    if (!body.discard()) {
      owner.end();
    } else if (body.isComplete()) {
      phase = Phase.HEAD;
      owner.over(false, input.hasBytes());
    }
    return true;
  }

  @Override
  public void respond(OwnResponse own) {
    boolean awaited = framing.expectsContinue() && !body.isComplete();
    closing = own.isClosing() || awaited || persistence.endsWith(exchange, framing);
    response.own(exchange, own, closing);
  }

  @Override
  public void responseHead(long length) {
    boolean http11 = exchange.request().minorVersion() == 1;
    boolean unframed = length == UNKNOWN_LENGTH && !http11;
    closing = unframed || persistence.endsWith(exchange, framing);
    response.head(exchange, length, length == UNKNOWN_LENGTH && http11, closing);
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
    closing = true;
    tunnel = true;
    body.untilClose();
    response.switched(exchange, done);
    phase = Phase.BODY;
    owner.proceed();
  }

  @Override
  public void responseBody(ByteBuffer data, boolean last, Callback done) {
    response.body(exchange, data, last, done);
  }

  @Override
  public void fail(OwnResponse error) {
    if (exchange == null) {
      return;
    }
    if (response.isCommitted() || writing.isPending()) {
      cut();
    } else {
      respond(error);
    }
  }

  /** What was given to the connection has been written. */
  void onWritten() {
    response.release();
    if (response.isLast()) {
      phase = Phase.RESPONDED;
      owner.proceed();
    }
  }

  private boolean finish() {
    boolean unread = refused || input.hasBytes() || !body.isComplete();
    phase = body.isComplete() ? Phase.HEAD : Phase.DISCARD;
    forget();
    owner.over(closing, unread);
    return true;
  }

  /** Ends the exchange: what has become of it is logged, and its parts are free for others. */
  private void forget() {
    listener.accessLog().log(exchange);
    worker.releaseExchange(exchange);
    exchange = null;
    response.clear();
  }

  private void cut() {
    abandonTarget();
    forget();
    owner.cut();
  }

  /** The client has gone: nobody is there for the response. */
  void clientGone() {
    if (exchange == null) {
      return;
    }
    if (exchange.status() == 0) {
      boolean complete = phase == Phase.RESPONSE || phase == Phase.RESPONDED;
      exchange.status(complete ? CLIENT_CLOSED : Refusals.BAD_REQUEST.status());
    }
    abandonTarget();
    forget();
  }

  /** The client sends no more; perhaps it still listens. False if nothing is left to be done. */
  boolean clientEnded() {
    if (phase != Phase.BODY) {
      return false;
    }
    if (tunnel) {
      body.end();
      giveBody(NOTHING);
    } else {
      giveUp(Refusals.BAD_REQUEST);
    }
    return true;
  }

  private void abandonTarget() {
    TargetSide target = exchange.targetSide();
    if (target != null) {
      exchange.targetSide(null);
      target.abandon();
    }
  }

  /** Nothing has come from the client, or gone to it, for the idle timeout. */
  void onIdle() {
    switch (phase) {
      case HEAD -> refuse(Refusals.REQUEST_TIMEOUT);
      case BODY -> {
        if (tunnel) {
          owner.end();
        } else {
          giveUp(Refusals.REQUEST_TIMEOUT);
        }
      }
      case TUNNEL_ENDED, DISCARD -> owner.end();
      case BODY_WAITS, RESPONSE -> {
        if (writing.isPending()) {
          cut();
        }
      }
      case RESPONDED -> {}
    }
  }
}
