package io.albspec.proxy.backend;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.http1.ChunkFraming;
import io.albspec.proxy.http1.RequestWriter;
import io.albspec.proxy.worker.Buffers;
import io.albspec.proxy.worker.Writing;
import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;

/**
 * The request to a target on its way. The head goes out with the first piece of the body, or alone
 * if that is not there yet. Reused for the next.
 */
final class OutgoingRequest {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final RequestWriter heads;
  private final Buffers buffers;
  private final Writing writing;
  private ByteBuffer head;
  private boolean bodiless;
  private boolean sent;

  OutgoingRequest(RequestWriter heads, Buffers buffers, Writing writing) {
    this.heads = heads;
    this.buffers = buffers;
    this.writing = writing;
  }

  /** Sends the head, or asks the client's side for the body to send it with. */
  void begin(Exchange exchange) {
    head = heads.write(exchange, buffers).flip();
    bodiless = exchange.requestLength() == 0;
    sent = bodiless;
    if (bodiless) {
      writing.write(Callback.NOOP, head);
    } else {
      exchange.clientSide().demandRequestBody();
    }
  }

  /** Sends a piece of the body, framed as the head says. */
  void body(Exchange exchange, ByteBuffer data, boolean last, Callback done) {
    sent = last;
    ByteBuffer before = head == null ? NOTHING : head;
    if (exchange.requestLength() >= 0) {
      writing.write(done, before, data);
      return;
    }
    int bytes = data.remaining();
    ByteBuffer behind =
        last
            ? ChunkFraming.end(bytes, exchange.requestTrailers())
            : ChunkFraming.after(bytes, false);
    writing.write(done, before, ChunkFraming.before(bytes), data, behind);
  }

  /** Whether the whole request has been given to the connection. */
  boolean isSent() {
    return sent;
  }

  /** Whether it is for the client to go on: everything that has come of the body is out. */
  boolean awaitsBody() {
    return !sent && !writing.isPending();
  }

  /**
   * Whether it can be sent once more elsewhere: the target cannot have acted on it, since it has
   * not got a byte of it, and there is no body that the client would have to send again.
   */
  boolean isRepeatable() {
    return bodiless && head != null && head.position() == 0;
  }

  /** A write has been completed: gives the head's buffer back once it is out. */
  void release() {
    if (head != null && !head.hasRemaining()) {
      drop();
    }
  }

  /** Gives the head's buffer back, out or not. */
  void drop() {
    if (head != null) {
      buffers.release(head);
      head = null;
    }
  }
}
