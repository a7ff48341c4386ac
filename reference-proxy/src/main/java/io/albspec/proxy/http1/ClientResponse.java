package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.AddedFields;
import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.worker.Worker;
import io.albspec.proxy.worker.Writing;
import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;

/**
 * The response to one request on its way to the client.
 *
 * <p>The head goes out with the first piece of the body. A response that fits into one buffer goes
 * out as a whole, when its last byte has come: one write, and a target that fails in the middle can
 * still be answered for with an error (guide: "HTTP 504", the body that is shorter than told).
 */
final class ClientResponse {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final Worker worker;
  private final Writing writing;
  private final ResponseWriter heads;
  private ByteBuffer out;
  private boolean chunked;
  private boolean whole;
  private boolean committed;
  private boolean last;

  ClientResponse(Worker worker, ResponseWriter heads, Writing writing) {
    this.worker = worker;
    this.heads = heads;
    this.writing = writing;
  }

  /** Ready for the next response. */
  void clear() {
    release();
    chunked = false;
    whole = false;
    committed = false;
    last = false;
  }

  /** Whether the client may have seen a byte of it. */
  boolean isCommitted() {
    return committed;
  }

  /** Whether its last byte has been given to the connection. */
  boolean isLast() {
    return last;
  }

  private void begin(Exchange exchange, int status) {
    exchange.status(status);
    exchange.timing().responded(worker.nanos());
  }

  /** Sends a response of the balancer's own, in place of anything held back. */
  void own(Exchange exchange, OwnResponse response, boolean close) {
    begin(exchange, response.status());
    release();
    out = heads.own(response, close, worker.buffers()).flip();
    last = true;
    boolean bodiless =
        exchange.request().isMethod("HEAD")
            || response.status() == NO_CONTENT
            || response.status() == NOT_MODIFIED;
    if (bodiless) {
      write(exchange, Callback.NOOP, out);
    } else {
      write(exchange, Callback.NOOP, out, response.body());
    }
  }

  /** Prepares the head of the target's response; sends it if no body follows. */
  void head(Exchange exchange, long length, boolean inChunks, boolean close) {
    begin(exchange, exchange.response().status());
    chunked = inChunks;
    out = heads.target(exchange.response(), added(exchange), chunked, close, worker.buffers());
    whole = length > 0 && length <= out.remaining();
    if (length == 0 || length == ClientSide.NO_BODY) {
      last = true;
      write(exchange, Callback.NOOP, out.flip());
    }
  }

  /** Sends an interim response. */
  void interim(Exchange exchange, Callback done) {
    out = heads.interim(exchange.response(), AddedFields.NO_LINES, worker.buffers());
    write(exchange, done, out.flip());
    committed = false;
  }

  /** Sends the head by which the protocol is switched; what follows is not framed. */
  void switched(Exchange exchange, Callback done) {
    begin(exchange, exchange.response().status());
    out = heads.interim(exchange.response(), added(exchange), worker.buffers());
    write(exchange, done, out.flip());
  }

  private String added(Exchange exchange) {
    AddedFields fields = exchange.addedFields();
    return fields == AddedFields.NONE
        ? AddedFields.NO_LINES
        : fields.lines(exchange, worker.time().now());
  }

  private static ByteBuffer behind(Exchange exchange, int bytes, boolean isLast) {
    return isLast
        ? ChunkFraming.end(bytes, exchange.responseTrailers())
        : ChunkFraming.after(bytes, false);
  }

  /** Takes a piece of the body. */
  void body(Exchange exchange, ByteBuffer data, boolean isLast, Callback done) {
    last = isLast;
    if (whole) {
      out.put(data);
      if (isLast) {
        write(exchange, done, out.flip());
      } else {
        done.succeeded();
      }
      return;
    }
    ByteBuffer head = out == null || committed ? NOTHING : out.flip();
    if (!chunked) {
      write(exchange, done, head, data);
      return;
    }
    int bytes = data.remaining();
    ByteBuffer before = ChunkFraming.before(bytes);
    write(exchange, done, head, before, data, behind(exchange, bytes, isLast));
  }

  private void write(Exchange exchange, Callback done, ByteBuffer... buffers) {
    committed = true;
    long bytes = 0;
    for (ByteBuffer buffer : buffers) {
      bytes += buffer.remaining();
    }
    exchange.sent(bytes);
    writing.write(done, buffers);
  }

  /** The write has been completed: nothing is held any more. */
  void release() {
    if (out != null) {
      worker.buffers().release(out);
      out = null;
    }
  }
}
