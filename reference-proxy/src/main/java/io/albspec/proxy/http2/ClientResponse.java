package io.albspec.proxy.http2;

import io.albspec.proxy.exchange.AddedFields;
import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.frames.FrameOutput;
import io.albspec.proxy.frames.FrameReader;
import io.albspec.proxy.frames.Sender;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http2.Flags;
import org.eclipse.jetty.http2.frames.FrameType;
import org.eclipse.jetty.util.Callback;

/**
 * The response on one stream on its way to the client, as fast as the windows allow. At most one
 * piece of its body is held, and the target's side waits for that.
 *
 * <p>A response that fits into one frame goes out as a whole, when its last byte has come, as over
 * HTTP/1.1: a target that fails in the middle can still be answered for with an error.
 */
final class ClientResponse implements Sender {

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final Link link;
  private final Runnable onEnd;
  private int stream;
  private Exchange exchange;
  private long window;
  private long length;
  private boolean headToCome;
  private boolean committed;
  private boolean queued;
  private ByteBuffer whole;
  private ByteBuffer piece;
  private boolean last;
  private Callback done = Callback.NOOP;

  /** Tells when the last frame of a response has been put on its way. */
  ClientResponse(Link link, Runnable onEnd) {
    this.link = link;
    this.onEnd = onEnd;
  }

  /** Begins. */
  void begin(int id, Exchange of, int initialWindow) {
    stream = id;
    exchange = of;
    window = initialWindow;
    headToCome = false;
    committed = false;
    last = false;
  }

  /** Nothing of it is sent any more. */
  void clear() {
    exchange = null;
    piece = null;
    done = Callback.NOOP;
    dropWhole();
  }

  private void dropWhole() {
    if (whole != null) {
      link.worker().buffers().release(whole);
      whole = null;
    }
  }

  /** Whether the client may have seen something of it. */
  boolean isCommitted() {
    return committed;
  }

  /** Whether it waits for the client to give it room. */
  boolean isStalled() {
    return piece != null;
  }

  private void begin(int status) {
    exchange.status(status);
    exchange.timing().responded(link.worker().nanos());
  }

  /** Sends a response of the balancer's own, in place of anything held back. */
  void own(OwnResponse response) {
    begin(response.status());
    dropWhole();
    headToCome = false;
    committed = true;
    boolean bodiless =
        exchange.request().isMethod("HEAD")
            || response.status() == NO_CONTENT
            || response.status() == NOT_MODIFIED
            || !response.body().hasRemaining();
    exchange.sent(link.heads().own(stream, response, bodiless));
    if (bodiless) {
      onEnd.run();
    } else {
      queue(response.body(), true, Callback.NOOP);
    }
  }

  /** Refuses a request that is malformed: a head, and no body that the client could wait for. */
  void refuse(OwnResponse response) {
    begin(response.status());
    exchange.sent(link.heads().own(stream, response, false));
  }

  /** Prepares the head of the target's response; sends it if no body follows. */
  void head(long bytes) {
    begin(exchange.response().status());
    length = bytes;
    headToCome = true;
    if (bytes == 0 || bytes == ClientSide.NO_BODY) {
      sendHead(true);
      onEnd.run();
    }
  }

  private void sendHead(boolean end) {
    headToCome = false;
    committed = true;
    AddedFields fields = exchange.addedFields();
    String added =
        fields == AddedFields.NONE
            ? AddedFields.NO_LINES
            : fields.lines(exchange, link.worker().time().now());
    boolean measured = length != ClientSide.UNKNOWN_LENGTH;
    exchange.sent(link.heads().target(stream, exchange, added, measured, end));
  }

  /** Sends an interim response. */
  void interim() {
    exchange.sent(link.heads().interim(stream, exchange));
  }

  /** Takes a piece of the body. */
  void body(ByteBuffer data, boolean end, Callback taken) {
    if (headToCome && length > 0 && length <= FrameReader.MOST_PAYLOAD && !(end && whole == null)) {
      keep(data);
      taken.succeeded();
      if (end) {
        sendHead(false);
        queue(whole.flip(), true, Callback.NOOP);
      }
      return;
    }
    if (headToCome) {
      sendHead(false);
    }
    if (data.hasRemaining() || end) {
      queue(data, end, taken);
    } else {
      taken.succeeded();
    }
  }

  private void keep(ByteBuffer data) {
    if (whole == null) {
      whole = link.worker().buffers().acquire();
    }
    whole.put(data);
  }

  private void queue(ByteBuffer data, boolean end, Callback taken) {
    piece = data;
    last = end;
    done = taken;
    if (!data.hasRemaining()) {
      send(0);
    } else {
      link.queue().add(this);
    }
  }

  @Override
  public boolean isQueued() {
    return queued;
  }

  @Override
  public void queued(boolean is) {
    queued = is;
  }

  @Override
  public boolean canSend() {
    return piece != null && window > 0;
  }

  /** The client gives the stream more room, or less. False if that is more than there can be. */
  boolean widen(long bytes) {
    window += bytes;
    if (window > Integer.MAX_VALUE) {
      return false;
    }
    if (canSend()) {
      link.queue().add(this);
    }
    return true;
  }

  /**
   * Sends a frame of no more data than that; tells how much it was. A window that the client has
   * made smaller than what was sent has no room (RFC 9113, 6.9.2), but one without data needs none.
   */
  @Override
  public int send(int most) {
    int room = (int) Math.max(0, Math.min(window, FrameReader.MOST_PAYLOAD));
    int count = Math.min(piece.remaining(), Math.min(most, room));
    boolean end = last && count == piece.remaining();
    byte[] trailers = exchange.responseTrailers();
    int flags = end && trailers.length == 0 ? Flags.END_STREAM : Flags.NONE;
    if (count > 0 || flags == Flags.END_STREAM) {
      link.output().frame(FrameType.DATA, flags, stream, count).put(piece, count);
      exchange.sent(FrameOutput.HEADER + count);
    }
    if (end && trailers.length > 0) {
      exchange.sent(link.heads().trailers(stream, trailers));
    }
    window -= count;
    link.floods().sent(count, !piece.hasRemaining());
    if (!piece.hasRemaining()) {
      taken(end);
    }
    return count;
  }

  private void taken(boolean end) {
    Callback waiting = done;
    piece = null;
    done = Callback.NOOP;
    waiting.succeeded();
    if (end) {
      onEnd.run();
    }
  }
}
