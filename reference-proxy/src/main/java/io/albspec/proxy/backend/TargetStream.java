package io.albspec.proxy.backend;

import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.ResponseHead;
import io.albspec.proxy.exchange.TargetSide;
import io.albspec.proxy.http1.BodyDecoder;
import io.albspec.proxy.http1.ResponseFraming;
import io.albspec.proxy.worker.Input;
import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;

/**
 * One request at a time on a connection to a target, and the response to it: the target's side of
 * the exchange. Reused for the next; between two it holds no exchange.
 */
final class TargetStream implements TargetSide {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int SWITCHING_PROTOCOLS = 101;

  private enum Phase {
    /** There is no request; nothing may come from the target. */
    IDLE,
    /** Reading the head of the response. */
    HEAD,
    /** Reading the body of the response. */
    BODY,
    /** The client's side has an interim response or a piece of the body. */
    CLIENT_WAITS
  }

  private final TargetConnection connection;
  private final Input input;
  private final OutgoingRequest request;
  private final ResponseFraming framing = new ResponseFraming();
  private final BodyDecoder body = new BodyDecoder();
  private final Callback interimTaken = Callback.from(this::onInterimTaken, cause -> {});
  private final Callback pieceTaken = Callback.from(this::onPieceTaken, cause -> {});

  private Exchange exchange;
  private Phase phase = Phase.IDLE;
  private boolean flushed;
  private boolean tunnel;

  TargetStream(TargetConnection connection, Input input, OutgoingRequest request) {
    this.connection = connection;
    this.input = input;
    this.request = request;
  }

  /** Begins with a request. */
  void send(Exchange next) {
    exchange = next;
    exchange.targetSide(this);
    exchange.timing().sentToTarget(connection.nanos());
    phase = Phase.HEAD;
    request.begin(exchange);
  }

  /** Whether there is no request. */
  boolean isIdle() {
    return phase == Phase.IDLE;
  }

  @Override
  public void requestBody(ByteBuffer data, boolean last, Callback done) {
    if (tunnel && last) {
      connection.getEndPoint().shutdownOutput();
      done.succeeded();
    } else {
      request.body(exchange, data, last, done);
    }
  }

  /** Does the next thing with the bytes that have been read; false if there is none. */
  boolean step() {
    if (!input.hasBytes()) {
      return false;
    }
    return switch (phase) {
      case HEAD -> readHead();
      case BODY -> readBody();
      case IDLE, CLIENT_WAITS -> false;
    };
  }

  /** Whether {@link #step} can use more bytes than there are. */
  boolean wantsBytes() {
    return !input.hasBytes() && phase != Phase.CLIENT_WAITS;
  }

  private boolean readHead() {
    ResponseHead response = exchange.response();
    switch (response.head().read(input.bytes())) {
      case INCOMPLETE -> {}
      case COMPLETE -> received(response);
      case START_LINE_TOO_LONG, FIELD_TOO_LONG, HEAD_TOO_LONG -> fail(Failures.BAD_GATEWAY);
    }
    return true;
  }

  private void received(ResponseHead response) {
    if (!response.parse()) {
      fail(Failures.BAD_GATEWAY);
    } else if (response.status() == SWITCHING_PROTOCOLS) {
      switchProtocols();
    } else if (response.status() < 200) {
      phase = Phase.CLIENT_WAITS;
      exchange.clientSide().interimResponse(interimTaken);
    } else if (!framing.read(exchange.request(), response)) {
      fail(Failures.BAD_GATEWAY);
    } else {
      begin(response);
    }
  }

  /** Only a client that has asked for it can go on in another protocol. */
  private void switchProtocols() {
    if (!exchange.isWebSocket()) {
      fail(Failures.BAD_GATEWAY);
      return;
    }
    answered(SWITCHING_PROTOCOLS);
    tunnel = true;
    flushed = true;
    body.untilClose();
    phase = Phase.CLIENT_WAITS;
    exchange.clientSide().switched(pieceTaken);
  }

  private void onInterimTaken() {
    if (phase == Phase.CLIENT_WAITS) {
      exchange.response().clear();
      phase = Phase.HEAD;
      connection.proceed();
    }
  }

  private void begin(ResponseHead response) {
    answered(response.status());
    framing.applyTo(body);
    flushed = false;
    ClientSide client = exchange.clientSide();
    long length = framing.length();
    if (body.isComplete()) {
      complete();
    } else {
      phase = Phase.BODY;
    }
    client.responseHead(length);
  }

  private void answered(int status) {
    exchange.targetStatus(status);
    exchange.timing().targetAnswered(connection.nanos());
    connection.target().answered(status);
  }

  private boolean readBody() {
    ByteBuffer piece = body.next(input.bytes());
    if (body.isBroken()) {
      fail(Failures.BAD_GATEWAY);
    } else if (piece.hasRemaining() || body.isComplete()) {
      give(piece, body.isComplete());
    }
    return true;
  }

  /** There is nothing to read at the moment: what the client's side holds back goes out. */
  void pause() {
    if (phase == Phase.BODY && !flushed) {
      give(NOTHING, false);
    }
  }

  private void give(ByteBuffer piece, boolean last) {
    if (last) {
      exchange.responseTrailers(body.trailers());
      connection.answered();
    }
    flushed = true;
    phase = Phase.CLIENT_WAITS;
    exchange.clientSide().responseBody(piece, last, pieceTaken);
  }

  private void onPieceTaken() {
    if (phase != Phase.CLIENT_WAITS) {
      return;
    }
    if (body.isComplete()) {
      complete();
    } else {
      phase = Phase.BODY;
      connection.proceed();
    }
  }

  /** The response has been read and passed on. */
  private void complete() {
    boolean clean = request.isSent() && !input.hasBytes();
    boolean reusable = clean && framing.isKeepAlive() && !exchange.isOnce() && !tunnel;
    exchange.targetSide(null);
    exchange = null;
    phase = Phase.IDLE;
    connection.over(reusable);
  }

  @Override
  public void abandon() {
    exchange = null;
    phase = Phase.IDLE;
    connection.over(false);
  }

  /** The request fails, if there is one. */
  void fail(OwnResponse error) {
    Exchange failed = exchange;
    if (failed == null) {
      return;
    }
    failed.targetSide(null);
    abandon();
    failed.clientSide().fail(error);
  }

  /**
   * The target sends no more.
   *
   * @param inOrder whether it has said so; what ends with the connection is not complete otherwise
   */
  void targetGone(boolean inOrder) {
    if (phase == Phase.BODY && body.isUntilClose() && (inOrder || tunnel)) {
      body.length(0);
      give(NOTHING, true);
    } else if (phase == Phase.HEAD && connection.isReused() && request.isRepeatable()) {
      Exchange repeated = exchange;
      abandon();
      connection.sendElsewhere(repeated);
    } else {
      if (phase == Phase.HEAD) {
        connection.target().connectionFailed();
      }
      fail(Failures.BAD_GATEWAY);
    }
  }

  /**
   * Nothing has come from the target, or gone to it, for the idle timeout. That is the client's
   * fault as long as its request is not complete (guide: "HTTP 408"), and the client's side sees to
   * it.
   */
  void onIdle() {
    if (tunnel) {
      targetGone(true);
    } else if (phase != Phase.CLIENT_WAITS && !request.awaitsBody()) {
      fail(Failures.GATEWAY_TIMEOUT);
    }
  }
}
