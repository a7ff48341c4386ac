package io.albspec.proxy.http2;

import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.TargetSide;
import io.albspec.proxy.frames.FrameOutput;
import io.albspec.proxy.http1.Refusals;
import io.albspec.proxy.plan.Listener;
import io.albspec.proxy.worker.IdleTimer;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.util.Callback;

/**
 * A stream of a client's connection: one request and its response, the client's side of the
 * exchange. Reused for another stream; between two it holds no exchange.
 */
final class ClientStream implements ClientSide {

  private static final int CLIENT_CLOSED = 460;

  private final Link link;
  private final StreamOwner owner;
  private final RequestBody body;
  private final ClientResponse response;
  private final IdleTimer idle;
  private int id;
  private ClientStream next;
  private Listener listener;
  private Exchange exchange;

  ClientStream(Link link, StreamOwner owner) {
    this.link = link;
    this.owner = owner;
    this.body = new RequestBody(link);
    this.response = new ClientResponse(link, this::onEnd);
    this.idle = new IdleTimer(link.worker(), this::onIdle);
  }

  int id() {
    return id;
  }

  /** The next one of a list. */
  ClientStream next() {
    return next;
  }

  void next(ClientStream stream) {
    next = stream;
  }

  /** Becomes a stream. */
  void begin(int stream, Listener by, int initialWindow) {
    id = stream;
    listener = by;
    exchange = link.worker().acquireExchange();
    exchange.begin(
        link.info(), by.settings(), this, link.worker().time().now(), link.worker().nanos());
    response.begin(stream, exchange, initialWindow);
    idle.start(by.settings().idleTimeout());
  }

  /**
   * Takes the request that has been put together.
   *
   * @param bodiless whether no body follows
   * @param wireBytes of its frames
   * @return false if it is malformed, and refused
   */
  boolean request(RequestAssembler assembler, boolean bodiless, int wireBytes) {
    exchange.received(wireBytes);
    body.begin(id, exchange, assembler.length(), bodiless);
    if (!assembler.end(bodiless)) {
      refuse(ErrorCode.PROTOCOL_ERROR);
      return false;
    }
    MessageHead.Progress progress = assembler.into(exchange.request().head());
    exchange.request().parse();
    OwnResponse refusal =
        progress == MessageHead.Progress.COMPLETE
            ? link.desk().reception().admission().refusal(exchange, listener, !bodiless)
            : Refusals.BAD_REQUEST;
    if (exchange.isOnce()) {
      owner.leave();
    }
    if (refusal == null) {
      link.desk().reception().handler().handle(exchange, listener);
    } else {
      respond(refusal);
    }
    return true;
  }

  /** Whether all of the request has come. */
  boolean isRequestEnded() {
    return body.isEnded();
  }

  /** Takes what a DATA frame of that length brings. Returns what is wrong with it, or null. */
  ErrorCode data(byte[] payload, int from, int to, int length, boolean last) {
    idle.touch();
    exchange.received((long) FrameOutput.HEADER + length);
    return body.receive(payload, from, to, length - (to - from), last);
  }

  /** Takes the trailer fields. False if the body is not as long as was told. */
  boolean trailers(byte[] lines, int wireBytes) {
    idle.touch();
    exchange.received(wireBytes);
    return body.trailers(lines);
  }

  /** Something of a frame has come. */
  void touch() {
    idle.touch();
  }

  /** The client gives more room, or less. False if that is more than there can be. */
  boolean widen(long bytes) {
    return response.widen(bytes);
  }

  @Override
  public void demandRequestBody() {
    body.demand();
  }

  @Override
  public void respond(OwnResponse own) {
    response.own(own);
  }

  @Override
  public void responseHead(long length) {
    idle.touch();
    response.head(length);
  }

  @Override
  public void interimResponse(Callback done) {
    idle.touch();
    response.interim();
    done.succeeded();
  }

  @Override
  public void switched(Callback done) {
    throw new IllegalStateException("nobody asks for another protocol over HTTP/2");
  }

  @Override
  public void responseBody(ByteBuffer data, boolean last, Callback done) {
    idle.touch();
    response.body(data, last, done);
  }

  @Override
  public void fail(OwnResponse error) {
    if (exchange == null) {
      return;
    }
    if (response.isCommitted()) {
      cut(ErrorCode.INTERNAL_ERROR);
    } else {
      respond(error);
    }
  }

  /** The last frame of the response is on its way; the rest of the request is not needed. */
  private void onEnd() {
    link.floods().answered();
    if (body.isEnded()) {
      forget(false);
    } else {
      cut(ErrorCode.NO_ERROR);
    }
  }

  /** The request is malformed (RFC 9113, 8.1.1). */
  void refuse(ErrorCode code) {
    abandonTarget();
    if (!response.isCommitted()) {
      response.refuse(Refusals.BAD_REQUEST);
    }
    cut(code);
  }

  /** Resets the stream. */
  private void cut(ErrorCode code) {
    abandonTarget();
    link.output().reset(id, code);
    forget(true);
  }

  /** The client has gone, or has reset the stream: nobody is there for the response. */
  void clientGone() {
    if (exchange.status() == 0) {
      exchange.status(body.isEnded() ? CLIENT_CLOSED : Refusals.BAD_REQUEST.status());
    }
    abandonTarget();
    forget(false);
  }

  private void abandonTarget() {
    TargetSide target = exchange.targetSide();
    if (target != null) {
      exchange.targetSide(null);
      target.abandon();
    }
  }

  /** Ends the exchange: what has become of it is logged, and its parts are free for others. */
  private void forget(boolean cut) {
    listener.accessLog().log(exchange);
    body.clear();
    response.clear();
    link.worker().releaseExchange(exchange);
    exchange = null;
    owner.over(this, cut);
  }

  /** Nothing has come of it from the client, or gone to it, for the idle timeout. */
  private void onIdle() {
    if (exchange == null) {
      return;
    }
    if (response.isStalled()) {
      cut(ErrorCode.CANCEL_STREAM_ERROR);
    } else if (body.isAwaited()) {
      abandonTarget();
      fail(Refusals.REQUEST_TIMEOUT);
    }
  }

  /** It is not used any more. */
  void stop() {
    idle.stop();
  }
}
