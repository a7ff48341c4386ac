package io.albspec.proxy.http2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http2.ErrorCode;

/**
 * Takes frames out of the bytes of a client's connection, each as a whole. A frame that has come in
 * one piece is held in memory that all connections of a worker share; one that has not is kept, so
 * a connection holds at most one frame.
 */
final class FrameReader {

  /** The largest payload; it is also the smallest that every peer may send (RFC 9113, 4.2). */
  static final int MOST_PAYLOAD = 16 * 1024;

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 9;

  private final byte[] shared;
  private final byte[] header = new byte[HEADER];
  private int prefaceRead;
  private int headerRead;
  private byte[] payload;
  private byte[] own;
  private int payloadRead;

  /**
   * Reads from the preface on.
   *
   * @param shared memory for {@link #MOST_PAYLOAD} bytes that is free between two frames
   */
  FrameReader(byte[] shared) {
    this.shared = shared;
  }

  /** Reads on; true if there is a frame to look at. */
  boolean read(ByteBuffer in) throws ConnectionException {
    if (prefaceRead < PREFACE.length && !readPreface(in)) {
      return false;
    }
    if (headerRead == HEADER && payloadRead == length()) {
      headerRead = 0;
      payloadRead = 0;
      own = null;
    }
    if (headerRead < HEADER) {
      int count = Math.min(HEADER - headerRead, in.remaining());
      in.get(header, headerRead, count);
      headerRead += count;
      if (headerRead < HEADER) {
        return false;
      }
      if (length() > MOST_PAYLOAD) {
        throw new ConnectionException(ErrorCode.FRAME_SIZE_ERROR, "a frame is too long");
      }
      payload = shared;
    }
    return readPayload(in);
  }

  private boolean readPreface(ByteBuffer in) throws ConnectionException {
    while (in.hasRemaining() && prefaceRead < PREFACE.length) {
      if (in.get() != PREFACE[prefaceRead++]) {
        throw new ConnectionException(ErrorCode.PROTOCOL_ERROR, "this is no preface");
      }
    }
    return prefaceRead == PREFACE.length;
  }

  private boolean readPayload(ByteBuffer in) {
    int rest = length() - payloadRead;
    if (rest > in.remaining() && own == null) {
      own = new byte[length()];
      payload = own;
    }
    int count = Math.min(rest, in.remaining());
    in.get(payload, payloadRead, count);
    payloadRead += count;
    return payloadRead == length();
  }

  /** Whether a frame has begun and not come to its end. */
  boolean isWithinFrame() {
    return headerRead == HEADER && payloadRead < length();
  }

  /** The length of the payload. */
  int length() {
    return (header[0] & 0xff) << 16 | (header[1] & 0xff) << 8 | (header[2] & 0xff);
  }

  /** The type. */
  int type() {
    return header[3] & 0xff;
  }

  /** The flags. */
  int flags() {
    return header[4] & 0xff;
  }

  /** Whether a flag is set. */
  boolean has(int flag) {
    return (header[4] & flag) != 0;
  }

  /** The stream; 0 for the connection. */
  int stream() {
    return number(header, 5) & 0x7fffffff;
  }

  /** The payload, and rubbish behind it, until the next frame is read. */
  byte[] payload() {
    return payload;
  }

  /** Four bytes as a number. */
  static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }
}
