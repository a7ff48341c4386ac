package io.albspec.proxy.http2;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.frames.Backlog;
import io.albspec.proxy.frames.ReceiveWindow;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.util.Callback;

/**
 * The body of a stream's request on its way to the target's side. What that has not taken yet is
 * kept; the window of the stream bounds it.
 */
final class RequestBody {

  /** What a stream may send ahead. */
  static final int WINDOW = 64 * 1024;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final long NO_LENGTH = -1;

  private final Link link;
  private final ReceiveWindow window;
  private final Callback pieceTaken = Callback.from(this::onPieceTaken, cause -> {});

  private Exchange exchange;
  private Backlog upload;
  private long length;
  private long received;
  private boolean ended;
  private boolean demanded;
  private boolean given;
  private int underway;

  RequestBody(Link link) {
    this.link = link;
    this.window = new ReceiveWindow(link.output());
  }

  /**
   * Begins.
   *
   * @param told the length by the request's field, -1 if there is none
   * @param bodiless whether nothing follows
   */
  void begin(int stream, Exchange of, long told, boolean bodiless) {
    exchange = of;
    window.begin(stream, WINDOW);
    length = told;
    received = 0;
    demanded = false;
    given = false;
    underway = 0;
    ended = bodiless;
    if (bodiless) {
      exchange.requestCompleted();
    }
  }

  /** Whether all of it has come. */
  boolean isEnded() {
    return ended;
  }

  /** Whether it is for the client to send more. */
  boolean isAwaited() {
    return demanded && !given && !ended;
  }

  /**
   * Takes what a DATA frame brings.
   *
   * @param padding how much of the frame is none of the body
   * @return what is wrong with it, or null
   */
  ErrorCode receive(byte[] bytes, int from, int to, int padding, boolean last) {
    int count = to - from;
    received += count;
    if (!window.received(count + padding)) {
      return ErrorCode.FLOW_CONTROL_ERROR;
    }
    if (length != NO_LENGTH && (last ? received != length : received > length)) {
      return ErrorCode.PROTOCOL_ERROR;
    }
    if (count > 0) {
      if (upload == null) {
        upload = new Backlog();
      }
      upload.add(bytes, from, to);
    }
    if (last) {
      end();
    } else if (padding > 0) {
      window.consumed(padding);
    }
    proceed();
    return null;
  }

  /** Takes the trailer fields. False if the body is not as long as was told. */
  boolean trailers(byte[] lines) {
    if (length != NO_LENGTH && received != length) {
      return false;
    }
    exchange.requestTrailers(lines);
    end();
    proceed();
    return true;
  }

  private void end() {
    ended = true;
    exchange.requestCompleted();
  }

  /** The target's side is ready. */
  void demand() {
    demanded = true;
    if (!ended && size() == 0) {
      give(NOTHING);
    } else {
      proceed();
    }
  }

  private int size() {
    return upload == null ? 0 : upload.size();
  }

  private void proceed() {
    if (demanded && !given && (ended || size() > 0)) {
      give(size() == 0 ? NOTHING : upload.peek());
    }
  }

  private void give(ByteBuffer piece) {
    given = true;
    underway = piece.remaining();
    boolean last = ended && underway == size();
    exchange.targetSide().requestBody(piece, last, pieceTaken);
  }

  private void onPieceTaken() {
    if (exchange == null || !given) {
      return;
    }
    int taken = underway;
    boolean last = ended && taken == size();
    underway = 0;
    if (taken > 0) {
      upload.drop(taken);
      link.window().consumed(taken);
      if (!ended) {
        window.consumed(taken);
      }
    }
    given = last;
    proceed();
  }

  /** Nobody needs it any more. */
  void clear() {
    if (upload != null) {
      link.window().consumed(upload.clear());
      upload = null;
    }
    exchange = null;
  }
}
