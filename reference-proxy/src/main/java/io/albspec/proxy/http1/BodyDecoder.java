package io.albspec.proxy.http1;

import java.nio.ByteBuffer;

/**
 * Takes the body of one HTTP/1 message out of the bytes of its connection (RFC 9112, 6 and 7),
 * whatever pieces they come in. Chunk extensions are read and dropped; only CRLF ends a line of the
 * framing.
 */
public final class BodyDecoder {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final byte[] NO_TRAILERS = {};
  private static final int MOST_SIZE_DIGITS = 15;
  private static final int MOST_FRAMING_BYTES = 16 * 1024;

  private enum State {
    LENGTH,
    UNTIL_CLOSE,
    CHUNK_SIZE,
    CHUNK_EXTENSION,
    CHUNK_SIZE_LF,
    CHUNK_DATA,
    CHUNK_DATA_CR,
    CHUNK_DATA_LF,
    TRAILER_START,
    TRAILER_LINE,
    TRAILER_LINE_LF,
    TRAILER_END_LF,
    COMPLETE,
    BROKEN
  }

  private State state = State.COMPLETE;
  private long rest;
  private int digits;
  private int framingBytes;
  private Trailers trailers;

  /** A body of exactly so many bytes; 0 for none. */
  public void length(long bytes) {
    rest = bytes;
    trailers = null;
    state = bytes == 0 ? State.COMPLETE : State.LENGTH;
  }

  /** A body in chunks. */
  public void chunked() {
    rest = 0;
    digits = 0;
    framingBytes = 0;
    trailers = null;
    state = State.CHUNK_SIZE;
  }

  /** A body that ends with the connection. */
  public void untilClose() {
    trailers = null;
    state = State.UNTIL_CLOSE;
  }

  /** Whether the whole body has been taken. */
  public boolean isComplete() {
    return state == State.COMPLETE;
  }

  /** The trailer fields behind a body in chunks, each line with its CRLF; mostly none. */
  public byte[] trailers() {
    return trailers == null ? NO_TRAILERS : trailers.lines();
  }

  /** Whether the framing is malformed: nothing more can be taken. */
  public boolean isBroken() {
    return state == State.BROKEN;
  }

  /** Whether the body's end is the connection's end. */
  public boolean isUntilClose() {
    return state == State.UNTIL_CLOSE;
  }

  /**
   * The next piece of content in these bytes, which are consumed up to its end; empty if there is
   * none. A view, valid until the buffer is filled again.
   */
  public ByteBuffer next(ByteBuffer in) {
    while (in.hasRemaining()) {
      switch (state) {
        case LENGTH, CHUNK_DATA -> {
          return content(in);
        }
        case UNTIL_CLOSE -> {
          return take(in, in.remaining());
        }
        case COMPLETE, BROKEN -> {
          return NOTHING;
        }
        default -> framing(in.get());
      }
    }
    return NOTHING;
  }

  private ByteBuffer content(ByteBuffer in) {
    ByteBuffer piece = take(in, (int) Math.min(rest, in.remaining()));
    rest -= piece.remaining();
    if (rest == 0) {
      state = state == State.LENGTH ? State.COMPLETE : State.CHUNK_DATA_CR;
    }
    return piece;
  }

  private static ByteBuffer take(ByteBuffer in, int bytes) {
    ByteBuffer piece = in.slice(in.position(), bytes);
    in.position(in.position() + bytes);
    return piece;
  }

  private void framing(byte b) {
    if (++framingBytes > MOST_FRAMING_BYTES) {
      state = State.BROKEN;
      return;
    }
    state =
        switch (state) {
          case CHUNK_SIZE -> size(b);
          case CHUNK_EXTENSION ->
              b == '\r' ? State.CHUNK_SIZE_LF : b == '\n' ? State.BROKEN : State.CHUNK_EXTENSION;
          case CHUNK_SIZE_LF -> b == '\n' ? beginChunk() : State.BROKEN;
          case CHUNK_DATA_CR -> b == '\r' ? State.CHUNK_DATA_LF : State.BROKEN;
          case CHUNK_DATA_LF -> b == '\n' ? nextChunk() : State.BROKEN;
          case TRAILER_START -> b == '\r' ? State.TRAILER_END_LF : trailer(b);
          case TRAILER_LINE -> b == '\r' ? State.TRAILER_LINE_LF : trailer(b);
          case TRAILER_LINE_LF ->
              b == '\n' && trailers.endLine() ? State.TRAILER_START : State.BROKEN;
          case TRAILER_END_LF -> b == '\n' ? State.COMPLETE : State.BROKEN;
          default -> State.BROKEN;
        };
  }

  private State size(byte b) {
    int digit = Character.digit(b, 16);
    if (digit >= 0) {
      rest = rest << 4 | digit;
      return ++digits > MOST_SIZE_DIGITS ? State.BROKEN : State.CHUNK_SIZE;
    }
    if (digits == 0) {
      return State.BROKEN;
    }
    return switch (b) {
      case '\r' -> State.CHUNK_SIZE_LF;
      case ';', ' ', '\t' -> State.CHUNK_EXTENSION;
      default -> State.BROKEN;
    };
  }

  private State trailer(byte b) {
    if (trailers == null) {
      trailers = new Trailers();
    }
    trailers.put(b);
    return b == '\n' ? State.BROKEN : State.TRAILER_LINE;
  }

  private State beginChunk() {
    return rest == 0 ? State.TRAILER_START : State.CHUNK_DATA;
  }

  private State nextChunk() {
    digits = 0;
    framingBytes = 0;
    return State.CHUNK_SIZE;
  }
}
