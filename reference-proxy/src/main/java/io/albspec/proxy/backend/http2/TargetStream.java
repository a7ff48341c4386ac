package io.albspec.proxy.backend.http2;

import io.albspec.proxy.backend.Failures;
import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.ResponseHead;
import io.albspec.proxy.exchange.TargetSide;
import io.albspec.proxy.frames.Backlog;
import io.albspec.proxy.frames.ReceiveWindow;
import io.albspec.proxy.http1.ResponseFraming;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.worker.IdleTimer;
import io.albspec.proxy.worker.Worker;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.util.Callback;

/**
 * One request over HTTP/2 and the response to it: the target's side of an exchange. Reused for the
 * next; between two it holds no exchange.
 */
final class TargetStream implements TargetSide, OutgoingStream {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int SWITCHING_PROTOCOLS = 101;

  /** To how many connections a request is given whose target says it has not looked at it. */
  private static final int MOST_ATTEMPTS = 3;

  private final Http2Targets owner;
  private final Worker worker;
  private final RequestHeads heads;
  private final RequestBody body;
  private final IdleTimer idle;
  private final ResponseFraming framing = new ResponseFraming();
  private final Backlog backlog = new Backlog();
  private final Callback pieceTaken = Callback.from(this::onPieceTaken, cause -> {});
  private Exchange exchange;
  private Target target;
  private Http2Connection connection;
  private TargetSession session;
  private ReceiveWindow window;
  private int id;
  private int attempts;
  private boolean open;
  private boolean demanded;
  private boolean counted;
  private boolean headed;
  private boolean bare;
  private boolean ended;
  private boolean flushed;
  private boolean given;
  private boolean lastGiven;
  private int underway;
  private long expected;

  TargetStream(Http2Targets owner, Worker worker, RequestHeads heads) {
    this.owner = owner;
    this.worker = worker;
    this.heads = heads;
    this.idle = new IdleTimer(worker, this::onIdle);
    this.body = new RequestBody(idle::touch);
  }

  /** Begins with a request. */
  void begin(Exchange next, Target to) {
    exchange = next;
    target = to;
    attempts = 0;
    open = false;
    demanded = false;
    counted = true;
    session = null;
    headed = false;
    ended = false;
    given = false;
    lastGiven = false;
    body.begin(exchange);
    exchange.targetSide(this);
    idle.start(exchange.settings().idleTimeout());
  }

  Target target() {
    return target;
  }

  Exchange exchange() {
    return exchange;
  }

  /** It waits for that connection, or goes over it. */
  void sentOn(Http2Connection carrier) {
    connection = carrier;
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public void opened(TargetSession on, int stream, int initialWindow) {
    session = on;
    id = stream;
    open = true;
    attempts++;
    window = on.newWindow(stream);
    exchange.timing().sentToTarget(worker.nanos());
    heads.request(exchange, target, session.fields());
    session.sendFields(id, body.isNone());
    body.open(session, id, initialWindow);
    if (!body.isNone() && !demanded) {
      demanded = true;
      exchange.clientSide().demandRequestBody();
    }
  }

  @Override
  public void requestBody(ByteBuffer data, boolean last, Callback done) {
    idle.touch();
    body.take(data, last, done);
  }

  @Override
  public boolean widen(long bytes) {
    idle.touch();
    return body.widen(bytes);
  }

  @Override
  public boolean isHeaded() {
    return headed;
  }

  @Override
  public void head(ResponseAssembler assembler, boolean last) {
    idle.touch();
    ResponseHead head = exchange.response();
    head.clear();
    if (!assembler.into(head.head()) || !head.parse() || head.status() == SWITCHING_PROTOCOLS) {
      refuse();
    } else if (head.status() < 200) {
      interim(last);
    } else if (framing.read(exchange.request(), head)) {
      respond(head, last);
    } else {
      refuse();
    }
  }

  private void interim(boolean last) {
    if (last) {
      refuse();
    } else {
      exchange.clientSide().interimResponse(Callback.NOOP);
    }
  }

  private void respond(ResponseHead head, boolean last) {
    headed = true;
    flushed = false;
    expected = Math.max(framing.length(), ClientSide.UNKNOWN_LENGTH);
    bare = framing.length() == 0 || framing.length() == ClientSide.NO_BODY;
    if (bare) {
      expected = 0;
    }
    exchange.targetStatus(head.status());
    exchange.timing().targetAnswered(worker.nanos());
    target.answered(head.status());
    if (last && expected > 0) {
      refuse();
    } else if (last) {
      bare = true;
      end();
    } else if (!bare) {
      session.headed(this);
      exchange.clientSide().responseHead(expected);
    }
  }

  @Override
  public ErrorCode data(byte[] bytes, int from, int to, int padding, boolean last) {
    idle.touch();
    int count = to - from;
    if (!window.received(count + padding)) {
      return ErrorCode.FLOW_CONTROL_ERROR;
    }
    if (expected >= 0) {
      expected -= count;
      if (expected < 0 || (last && expected > 0)) {
        return ErrorCode.PROTOCOL_ERROR;
      }
    }
    if (padding > 0 && !last) {
      window.consumed(padding);
    }
    backlog.add(bytes, from, to);
    if (last) {
      end();
    } else {
      give();
    }
    return null;
  }

  @Override
  public void trailers(byte[] lines) {
    idle.touch();
    if (expected > 0) {
      refuse();
      return;
    }
    exchange.responseTrailers(lines);
    end();
  }

  /** The target has said all. */
  private void end() {
    ended = true;
    if (body.isSent()) {
      leaveSession();
    }
    if (bare) {
      long length = framing.length() == ClientSide.NO_BODY ? ClientSide.NO_BODY : 0;
      ClientSide client = exchange.clientSide();
      finish();
      client.responseHead(length);
    } else {
      give();
    }
  }

  @Override
  public void pause() {
    if (exchange != null && headed && !flushed) {
      give(NOTHING, false);
    }
  }

  private void give() {
    if (!given && (ended || backlog.size() > 0)) {
      ByteBuffer piece = backlog.size() == 0 ? NOTHING : backlog.peek();
      give(piece, ended && piece.remaining() == backlog.size());
    }
  }

  private void give(ByteBuffer piece, boolean last) {
    given = true;
    lastGiven = last;
    flushed = true;
    underway = piece.remaining();
    if (last) {
      answered();
    }
    exchange.clientSide().responseBody(piece, last, pieceTaken);
  }

  private void onPieceTaken() {
    if (!given) {
      return;
    }
    idle.touch();
    given = false;
    if (underway > 0) {
      backlog.drop(underway);
      session.consumed(underway);
      if (open && !ended) {
        window.consumed(underway);
      }
    }
    if (lastGiven) {
      finish();
    } else {
      give();
    }
  }

  @Override
  public void reset(ErrorCode code) {
    open = false;
    body.close();
    if (!ended) {
      targetGone();
    }
  }

  @Override
  public void unprocessed() {
    open = false;
    body.close();
    if (!headed && body.isRepeatable() && attempts < MOST_ATTEMPTS) {
      session = null;
      owner.place(this);
    } else if (!ended) {
      targetGone();
    }
  }

  @Override
  public void malformed() {
    open = false;
    fail(Failures.BAD_GATEWAY);
  }

  /** What the target says is malformed. */
  private void refuse() {
    open = false;
    session.over(this, ErrorCode.PROTOCOL_ERROR);
    fail(Failures.BAD_GATEWAY);
  }

  @Override
  public void lost() {
    open = false;
    body.close();
    if (!ended) {
      targetGone();
    }
  }

  private void targetGone() {
    if (!headed) {
      target.connectionFailed();
    }
    fail(Failures.BAD_GATEWAY);
  }

  /** There is no connection. */
  void notConnected(boolean timedOut) {
    target.connectionFailed();
    fail(timedOut ? Failures.GATEWAY_TIMEOUT : Failures.BAD_GATEWAY);
  }

  /**
   * Nothing has come from the target, or gone to it, for the idle timeout. That is the client's
   * fault as long as it does not go on, and the client's side sees to it.
   */
  private void onIdle() {
    if (exchange == null) {
      idle.stop();
    } else if (!given && (body.isSent() || !body.isAwaited())) {
      fail(Failures.GATEWAY_TIMEOUT);
    }
  }

  private void fail(OwnResponse error) {
    Exchange failed = exchange;
    ClientSide client = failed.clientSide();
    failed.targetSide(null);
    abandon();
    client.fail(error);
  }

  @Override
  public void abandon() {
    if (session == null) {
      connection.forget(this);
    }
    release();
  }

  /** The response has been passed on. */
  private void finish() {
    exchange.targetSide(null);
    release();
  }

  private void release() {
    leaveSession();
    answered();
    given = false;
    int dropped = backlog.clear();
    if (session != null) {
      session.consumed(dropped);
      if (exchange.isOnce()) {
        session.leave();
      }
    }
    body.clear();
    exchange = null;
    owner.released(this);
  }

  private void leaveSession() {
    if (open) {
      open = false;
      body.close();
      session.over(this, ended && body.isSent() ? null : ErrorCode.CANCEL_STREAM_ERROR);
    }
  }

  /** The target has nothing more to do with it; the client may know of it only after this. */
  private void answered() {
    if (counted) {
      counted = false;
      target.requestEnded();
    }
  }
}
