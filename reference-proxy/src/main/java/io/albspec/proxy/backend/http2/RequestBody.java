package io.albspec.proxy.backend.http2;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.frames.FrameReader;
import io.albspec.proxy.frames.Sender;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.util.Callback;

/**
 * The body of a request on its way to a target, as fast as the windows allow. At most one piece of
 * it is held, and the client's side waits for that.
 *
 * <p>Its first bytes are kept as well, as long as they are all: a target that goes away often has
 * not looked at a request that has been sent to it, and another one can have it then.
 */
final class RequestBody implements Sender {

  /** How much of a body is kept. */
  static final int MOST_KEPT = FrameReader.MOST_PAYLOAD;

  private static final int USUAL_KEPT = 512;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Runnable onMoved;
  private Exchange exchange;
  private TargetSession session;
  private int stream;
  private long window;
  private byte[] kept = new byte[USUAL_KEPT];
  private int keptBytes;
  private boolean repeatable;
  private ByteBuffer again = NOTHING;
  private ByteBuffer piece = NOTHING;
  private Callback done = Callback.NOOP;
  private boolean none;
  private boolean given;
  private boolean ended;
  private boolean sent;
  private boolean queued;

  /** Tells when some of it has been put on its way. */
  RequestBody(Runnable onMoved) {
    this.onMoved = onMoved;
  }

  /** Begins with another request. */
  void begin(Exchange of) {
    exchange = of;
    keptBytes = 0;
    repeatable = true;
    given = false;
    none = of.requestLength() == 0;
    ended = none;
  }

  /** Whether there is none. */
  boolean isNone() {
    return none;
  }

  /** Sends it on that stream, from its beginning on. */
  void open(TargetSession on, int id, int initialWindow) {
    session = on;
    stream = id;
    window = initialWindow;
    sent = none;
    again = ByteBuffer.wrap(kept, 0, keptBytes);
    proceed();
  }

  /** The stream is none any more; what has not been sent waits for another. */
  void close() {
    if (queued) {
      session.queue().remove(this);
    }
    session = null;
  }

  /** Nothing of it is sent any more. */
  void clear() {
    close();
    exchange = null;
    given = false;
    piece = NOTHING;
    again = NOTHING;
    done = Callback.NOOP;
    if (kept.length > MOST_KEPT / 2) {
      kept = new byte[USUAL_KEPT];
    }
  }

  /** Whether all of it has been put on its way. */
  boolean isSent() {
    return sent;
  }

  /** Whether it is for the client to go on. */
  boolean isAwaited() {
    return !ended && !given;
  }

  /** Whether it can be sent once more. */
  boolean isRepeatable() {
    return repeatable;
  }

  /** Takes a piece. */
  void take(ByteBuffer data, boolean last, Callback taken) {
    ended = last;
    given = true;
    piece = data;
    done = taken;
    proceed();
  }

  private void proceed() {
    if (session == null || sent) {
      return;
    }
    if (canSend()) {
      session.queue().add(this);
    } else if (!again.hasRemaining() && !piece.hasRemaining()) {
      send(0);
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
    return session != null && window > 0 && (again.hasRemaining() || piece.hasRemaining());
  }

  /** The target gives the stream more room, or less. False if that is more than there can be. */
  boolean widen(long bytes) {
    window += bytes;
    if (window > Integer.MAX_VALUE) {
      return false;
    }
    proceed();
    return true;
  }

  @Override
  public int send(int most) {
    boolean repeats = again.hasRemaining();
    ByteBuffer source = repeats ? again : piece;
    int room = (int) Math.min(window, FrameReader.MOST_PAYLOAD);
    int count = Math.min(source.remaining(), Math.min(most, Math.max(room, 0)));
    boolean end = ended && count == again.remaining() + piece.remaining();
    if (!repeats) {
      keep(count);
    }
    window -= count;
    sent = end;
    session.body(stream, source, count, end, exchange.requestTrailers());
    onMoved.run();
    if (given && !again.hasRemaining() && !piece.hasRemaining()) {
      taken();
    }
    return count;
  }

  private void keep(int count) {
    repeatable = repeatable && keptBytes + count <= MOST_KEPT;
    if (!repeatable) {
      return;
    }
    if (keptBytes + count > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(keptBytes + count, 2 * kept.length));
    }
    piece.get(piece.position(), kept, keptBytes, count);
    keptBytes += count;
  }

  private void taken() {
    Callback waiting = done;
    given = false;
    piece = NOTHING;
    done = Callback.NOOP;
    waiting.succeeded();
  }
}
