package io.albspec.proxy.backend;

import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.ResponseHead;
import io.albspec.proxy.exchange.TargetSide;
import io.albspec.proxy.http1.BodyDecoder;
import io.albspec.proxy.http1.ChunkFraming;
import io.albspec.proxy.http1.ResponseFraming;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.worker.IdleTimer;
import io.albspec.proxy.worker.Input;
import io.albspec.proxy.worker.Input.Filled;
import io.albspec.proxy.worker.Loop;
import io.albspec.proxy.worker.Worker;
import io.albspec.proxy.worker.Writing;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * An HTTP/1.1 connection to a target: sends one request after the other and reads the responses.
 * Everything runs on the worker's thread. While it is idle it holds no buffer.
 */
final class TargetConnection extends AbstractConnection implements TargetSide {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int SWITCHING_PROTOCOLS = 101;

  private enum Phase {
    /** Waits for the next request; nothing may come from the target. */
    IDLE,
    /** Reading the head of the response. */
    HEAD,
    /** Reading the body of the response. */
    BODY,
    /** The client's side has an interim response or a piece of the body. */
    CLIENT_WAITS,
    CLOSED
  }

  private final Backend backend;
  private final Worker worker;
  private final Target target;
  private final Writing writing;
  private final ResponseFraming framing = new ResponseFraming();
  private final BodyDecoder body = new BodyDecoder();
  private final Loop loop = new Loop(this::step);
  private final Input input;
  private final Callback interimTaken = Callback.from(this::onInterimTaken, cause -> {});
  private final Callback pieceTaken = Callback.from(this::onPieceTaken, cause -> {});
  private final IdleTimer idle;

  private Exchange exchange;
  private Phase phase = Phase.IDLE;
  private ByteBuffer out;
  private boolean requestSent;
  private boolean flushed;
  private boolean tunnel;

  /** A connection that stands; the exchange, if there still is one, is sent at once. */
  TargetConnection(EndPoint endPoint, Backend backend, Target target, Exchange first) {
    super(endPoint, Runnable::run);
    this.backend = backend;
    this.worker = backend.worker();
    this.target = target;
    this.exchange = first;
    this.writing = new Writing(endPoint, worker, this::onWritten, cause -> targetGone());
    this.input = new Input(endPoint, worker, this::onFillable, cause -> targetGone());
    this.idle = new IdleTimer(worker, this::onIdle);
  }

  @Override
  public void onOpen() {
    super.onOpen();
    backend.opened(this);
    Exchange first = exchange;
    exchange = null;
    if (first == null) {
      end();
    } else {
      send(first);
    }
  }

  Target target() {
    return target;
  }

  /** Sends the exchange's request. */
  void send(Exchange next) {
    exchange = next;
    exchange.targetSide(this);
    exchange.timing().sentToTarget(worker.nanos());
    phase = Phase.HEAD;
    requestSent = false;
    Duration timeout = exchange.settings().idleTimeout();
    idle.start(timeout);
    out = backend.requestWriter().write(exchange, worker.buffers().acquire()).flip();
    if (exchange.requestLength() == 0) {
      requestSent = true;
      writing.write(Callback.NOOP, out);
    } else {
      exchange.clientSide().demandRequestBody();
    }
    input.await();
  }

  @Override
  public void requestBody(ByteBuffer data, boolean last, Callback done) {
    requestSent = last;
    if (tunnel && last) {
      getEndPoint().shutdownOutput();
      done.succeeded();
      return;
    }
    ByteBuffer head = out == null ? NOTHING : out;
    if (exchange.requestLength() >= 0) {
      writing.write(done, head, data);
      return;
    }
    int bytes = data.remaining();
    ByteBuffer before = ChunkFraming.before(bytes);
    ByteBuffer behind =
        last
            ? ChunkFraming.end(bytes, exchange.requestTrailers())
            : ChunkFraming.after(bytes, false);
    writing.write(done, head, before, data, behind);
  }

  private void onWritten() {
    idle.touch();
    if (!writing.isPending() && out != null && !out.hasRemaining()) {
      worker.buffers().release(out);
      out = null;
    }
  }

  @Override
  public void onFillable() {
    idle.touch();
    loop.run();
  }

  private boolean step() {
    return switch (phase) {
      case IDLE -> unexpected();
      case HEAD -> readHead();
      case BODY -> readBody();
      case CLIENT_WAITS, CLOSED -> false;
    };
  }

  /** An idle connection became readable: the target closes it, or sends what nobody asked for. */
  private boolean unexpected() {
    if (fill() == Filled.SOME) {
      end();
    }
    return false;
  }

  private boolean readHead() {
    if (!input.hasBytes() && fill() != Filled.SOME) {
      return false;
    }
    ResponseHead response = exchange.response();
    switch (response.head().read(input.bytes())) {
      case INCOMPLETE -> {
        return true;
      }
      case COMPLETE -> received(response);
      case START_LINE_TOO_LONG, FIELD_TOO_LONG, HEAD_TOO_LONG -> failed(Failures.BAD_GATEWAY);
    }
    return true;
  }

  private void received(ResponseHead response) {
    if (!response.parse()) {
      failed(Failures.BAD_GATEWAY);
    } else if (response.status() == SWITCHING_PROTOCOLS) {
      switchProtocols();
    } else if (response.status() < 200) {
      phase = Phase.CLIENT_WAITS;
      exchange.clientSide().interimResponse(interimTaken);
    } else if (!framing.read(exchange.request(), response)) {
      failed(Failures.BAD_GATEWAY);
    } else {
      begin(response);
    }
  }

  /** Only a client that has asked for it can go on in another protocol. */
  private void switchProtocols() {
    if (!exchange.isWebSocket()) {
      failed(Failures.BAD_GATEWAY);
      return;
    }
    exchange.targetStatus(SWITCHING_PROTOCOLS);
    exchange.timing().targetAnswered(worker.nanos());
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
      loop.run();
    }
  }

  private void begin(ResponseHead response) {
    exchange.targetStatus(response.status());
    exchange.timing().targetAnswered(worker.nanos());
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

  private boolean readBody() {
    if (!input.hasBytes()) {
      Filled filled = fill();
      if (filled == Filled.NOTHING && !flushed) {
        give(NOTHING, false);
      }
      return filled == Filled.SOME;
    }
    ByteBuffer piece = body.next(input.bytes());
    if (body.isBroken()) {
      failed(Failures.BAD_GATEWAY);
    } else if (piece.hasRemaining() || body.isComplete()) {
      give(piece, body.isComplete());
    }
    return true;
  }

  private void give(ByteBuffer piece, boolean last) {
    if (last) {
      exchange.responseTrailers(body.trailers());
    }
    flushed = true;
    phase = Phase.CLIENT_WAITS;
    exchange.clientSide().responseBody(piece, last, pieceTaken);
  }

  private void onPieceTaken() {
    if (phase != Phase.CLIENT_WAITS) {
      return;
    }
    idle.touch();
    if (body.isComplete()) {
      complete();
    } else {
      phase = Phase.BODY;
      loop.run();
    }
  }

  /** The response has been read and passed on: the connection is idle, or of no more use. */
  private void complete() {
    boolean once = exchange.isOnce();
    exchange.targetSide(null);
    release();
    boolean reusable =
        requestSent
            && !once
            && !tunnel
            && framing.isKeepAlive()
            && !input.hasBytes()
            && !writing.isPending();
    if (reusable) {
      phase = Phase.IDLE;
      input.release();
      backend.becameIdle(this);
      input.await();
    } else {
      end();
    }
  }

  @Override
  public void abandon() {
    release();
    end();
  }

  private void release() {
    exchange = null;
    target.requestEnded();
  }

  private void failed(OwnResponse error) {
    Exchange failed = exchange;
    release();
    end();
    failed.targetSide(null);
    failed.clientSide().fail(error);
  }

  /** The target is none any more: a request that it still handles fails (guide: "HTTP 502"). */
  void giveUp() {
    if (exchange == null) {
      end();
    } else {
      failed(Failures.BAD_GATEWAY);
    }
  }

  private void targetGone() {
    if (phase == Phase.CLOSED) {
      return;
    }
    if (exchange == null) {
      end();
    } else if (phase == Phase.BODY && body.isUntilClose()) {
      body.length(0);
      give(NOTHING, true);
    } else {
      failed(Failures.BAD_GATEWAY);
    }
  }

  private void onIdle() {
    if (exchange == null) {
      end();
    } else if (tunnel) {
      targetGone();
    } else if (phase != Phase.CLIENT_WAITS) {
      failed(Failures.GATEWAY_TIMEOUT);
    }
  }

  private Filled fill() {
    Filled filled = input.fill();
    if (filled == Filled.ENDED) {
      targetGone();
    }
    return filled;
  }

  void end() {
    if (phase != Phase.CLOSED) {
      phase = Phase.CLOSED;
      idle.stop();
      input.release();
      backend.ended(this);
      close();
    }
  }

  @Override
  public void onClose(Throwable cause) {
    super.onClose(cause);
    targetGone();
  }
}
