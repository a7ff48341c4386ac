package io.albspec.proxy.backend.http2;

import io.albspec.proxy.backend.Failures;
import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.ResponseHead;
import io.albspec.proxy.exchange.TargetSide;
import io.albspec.proxy.http1.RequestWriter;
import io.albspec.proxy.http1.ResponseFraming;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.worker.IdleTimer;
import io.albspec.proxy.worker.Worker;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.frames.DataFrame;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/** One request over HTTP/2 and the response to it: the target's side of an exchange. */
final class Http2Stream implements TargetSide, Stream.Listener {

  /** The guide's limit of 32 K for the head of a response. */
  static final int MOST_HEAD_BYTES = 32 * 1024;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Worker worker;
  private final RequestWriter heads;
  private final Target target;
  private final IdleTimer idle;
  private final ResponseFraming framing = new ResponseFraming();
  private Exchange exchange;
  private Http2Connection connection;
  private Stream stream;
  private boolean headed;
  private boolean requestSent;
  private boolean answered;
  private long expected;

  Http2Stream(Worker worker, RequestWriter heads, Target target, Exchange exchange) {
    this.worker = worker;
    this.heads = heads;
    this.target = target;
    this.exchange = exchange;
    this.idle = new IdleTimer(worker, this::onIdle);
    exchange.targetSide(this);
  }

  void sentOn(Http2Connection carrier) {
    connection = carrier;
    idle.start(exchange.settings().idleTimeout());
  }

  /** The connection stands: sends the head. */
  void begin(Session session) {
    if (exchange == null) {
      connection.over(this);
      return;
    }
    exchange.timing().sentToTarget(worker.nanos());
    ByteBuffer lines = heads.write(exchange, worker.buffers()).flip();
    String scheme = exchange.connection().isSecure() ? "https" : "http";
    MetaData.Request head = RequestFrames.request(lines, scheme, true);
    worker.buffers().release(lines);
    requestSent = exchange.requestLength() == 0;
    session.newStream(
        new HeadersFrame(head, null, requestSent), Promise.from(this::opened, this::broken), this);
  }

  private void opened(Stream opened) {
    stream = opened;
    if (exchange == null) {
      reset();
    } else if (!requestSent) {
      exchange.clientSide().demandRequestBody();
    }
  }

  private void broken(Throwable cause) {
    targetGone();
  }

  @Override
  public void requestBody(ByteBuffer data, boolean last, Callback done) {
    idle.touch();
    boolean trailers = last && exchange.requestTrailers().length > 0;
    if (!last && !data.hasRemaining()) {
      done.succeeded();
      return;
    }
    requestSent = last;
    Callback sent = Callback.from(() -> sent(done), done::failed);
    if (trailers) {
      HeadersFrame end = trailers(exchange.requestTrailers());
      Callback then = Callback.from(() -> stream.headers(end, sent), sent::failed);
      stream.data(new DataFrame(stream.getId(), data, false), then);
    } else {
      stream.data(new DataFrame(stream.getId(), data, last), sent);
    }
  }

  private void sent(Callback done) {
    worker.tick();
    idle.touch();
    done.succeeded();
  }

  private HeadersFrame trailers(byte[] lines) {
    MetaData fields = new MetaData(HttpVersion.HTTP_2, RequestFrames.trailers(lines));
    return new HeadersFrame(stream.getId(), fields, null, true);
  }

  @Override
  public void onHeaders(Stream from, HeadersFrame frame) {
    worker.tick();
    idle.touch();
    if (exchange == null) {
      return;
    }
    if (headed) {
      exchange.responseTrailers(ResponseLines.trailers(frame.getMetaData().getHttpFields()));
      end();
    } else if (frame.getMetaData() instanceof MetaData.Response response) {
      head(response, frame.isEndStream());
    } else {
      fail(Failures.BAD_GATEWAY);
    }
  }

  private void head(MetaData.Response response, boolean complete) {
    ResponseHead head = exchange.response();
    head.clear();
    boolean read = head.head().read(ResponseLines.head(response)) == MessageHead.Progress.COMPLETE;
    if (!read || !head.parse()) {
      fail(Failures.BAD_GATEWAY);
    } else if (head.status() < 200) {
      exchange.clientSide().interimResponse(Callback.from(() -> exchange.response().clear()));
    } else if (!framing.read(exchange.request(), head)) {
      fail(Failures.BAD_GATEWAY);
    } else {
      begin(head, complete);
    }
  }

  private void begin(ResponseHead head, boolean complete) {
    headed = true;
    exchange.targetStatus(head.status());
    exchange.timing().targetAnswered(worker.nanos());
    target.answered(head.status());
    long length = framing.length();
    if (complete && length > 0) {
      fail(Failures.BAD_GATEWAY);
      return;
    }
    expected = length;
    boolean bodiless = complete || length == ClientSide.NO_BODY;
    boolean empty = bodiless && length == ClientSide.UNKNOWN_LENGTH;
    ClientSide client = exchange.clientSide();
    if (bodiless) {
      over();
    }
    client.responseHead(empty ? 0 : length);
    if (!bodiless) {
      stream.demand();
    }
  }

  @Override
  public void onDataAvailable(Stream from) {
    worker.tick();
    idle.touch();
    Stream.Data data = from.readData();
    if (data == null) {
      from.demand();
      return;
    }
    if (exchange == null) {
      data.release();
      return;
    }
    boolean last = data.frame().isEndStream();
    ByteBuffer piece = data.frame().getByteBuffer();
    if (expected >= 0) {
      expected -= piece.remaining();
      if (expected < 0 || (last && expected > 0)) {
        data.release();
        fail(Failures.BAD_GATEWAY);
        return;
      }
    }
    give(piece, last, data);
  }

  private void give(ByteBuffer piece, boolean last, Stream.Data data) {
    if (last) {
      answered();
    }
    Callback taken =
        Callback.from(
            () -> {
              data.release();
              onTaken(last);
            },
            cause -> data.release());
    exchange.clientSide().responseBody(piece, last, taken);
  }

  private void onTaken(boolean last) {
    worker.tick();
    idle.touch();
    if (last) {
      over();
    } else if (exchange != null) {
      stream.demand();
    }
  }

  /** The response ends with its trailers. */
  private void end() {
    if (expected > 0) {
      fail(Failures.BAD_GATEWAY);
      return;
    }
    answered();
    exchange.clientSide().responseBody(NOTHING, true, Callback.from(this::over, cause -> {}));
  }

  @Override
  public void onReset(Stream from, ResetFrame frame, Callback callback) {
    worker.tick();
    targetGone();
    callback.succeeded();
  }

  @Override
  public void onFailure(
      Stream from, int error, String reason, Throwable failure, Callback callback) {
    worker.tick();
    targetGone();
    callback.succeeded();
  }

  /** The target sends no more. */
  void targetGone() {
    if (!headed && !answered) {
      target.connectionFailed();
    }
    fail(Failures.BAD_GATEWAY);
  }

  /** There is no connection. */
  void notConnected(boolean timedOut) {
    target.connectionFailed();
    fail(timedOut ? Failures.GATEWAY_TIMEOUT : Failures.BAD_GATEWAY);
  }

  private void onIdle() {
    if (requestSent) {
      fail(Failures.GATEWAY_TIMEOUT);
    }
  }

  private void fail(OwnResponse error) {
    Exchange failed = exchange;
    if (failed != null) {
      failed.targetSide(null);
      abandon();
      failed.clientSide().fail(error);
    }
  }

  @Override
  public void abandon() {
    exchange = null;
    answered();
    idle.stop();
    if (stream != null) {
      reset();
    }
    connection.over(this);
  }

  private void reset() {
    stream.reset(new ResetFrame(stream.getId(), ErrorCode.CANCEL_STREAM_ERROR.code), Callback.NOOP);
  }

  /** The target has said all; the client may know of it only after this. */
  private void answered() {
    if (!answered) {
      answered = true;
      target.requestEnded();
    }
  }

  private void over() {
    if (exchange == null) {
      return;
    }
    answered();
    exchange.targetSide(null);
    exchange = null;
    idle.stop();
    if (!requestSent && stream != null) {
      reset();
    }
    connection.over(this);
  }
}
