package io.albspec.proxy.frames;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.Flags;

/**
 * Takes frames out of the bytes of a connection, each as a whole. A frame that has come in one
 * piece is held in memory that all connections of a worker share; one that has not is kept, so a
 * connection holds at most one frame.
 */
public final class FrameReader {

  /** The largest payload; it is also the smallest that every peer may send (RFC 9113, 4.2). */
  public static final int MOST_PAYLOAD = 16 * 1024;

  static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 9;

  private final byte[] shared;
  private final byte[] header = new byte[HEADER];
  private int prefaceRead;
  private int headerRead;
  private byte[] payload;
  private byte[] own;
  private int payloadRead;
  private int contentFrom;
  private int contentTo;

  private FrameReader(byte[] shared, int prefaceRead) {
    this.shared = shared;
    this.prefaceRead = prefaceRead;
  }

  /**
   * Reads what a client sends, from its preface on.
   *
   * @param shared memory for {@link #MOST_PAYLOAD} bytes that is free between two frames
   */
  public static FrameReader ofClient(byte[] shared) {
    return new FrameReader(shared, 0);
  }

  /**
   * Reads what a server sends: frames only.
   *
   * @param shared memory for {@link #MOST_PAYLOAD} bytes that is free between two frames
   */
  public static FrameReader ofServer(byte[] shared) {
    return new FrameReader(shared, PREFACE.length);
  }

  /** Reads on; true if there is a frame to look at. */
  public boolean read(ByteBuffer in) throws ConnectionException {
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
  public boolean isWithinFrame() {
    return headerRead == HEADER && payloadRead < length();
  }

  /** The length of the payload. */
  public int length() {
    return (header[0] & 0xff) << 16 | (header[1] & 0xff) << 8 | (header[2] & 0xff);
  }

  /** The type. */
  public int type() {
    return header[3] & 0xff;
  }

  /** The flags. */
  public int flags() {
    return header[4] & 0xff;
  }

  /** Whether a flag is set. */
  public boolean has(int flag) {
    return (header[4] & flag) != 0;
  }

  /** The stream; 0 for the connection. */
  public int stream() {
    return number(header, 5) & 0x7fffffff;
  }

  /** The payload, and rubbish behind it, until the next frame is read. */
  public byte[] payload() {
    return payload;
  }

  /**
   * Finds what is left of the payload without its padding (RFC 9113, 6.1).
   *
   * @param prefix bytes that stand before the content, behind the length of the padding
   */
  public void unpad(int prefix) throws ConnectionException {
    boolean padded = has(Flags.PADDING);
    contentFrom = prefix + (padded ? 1 : 0);
    if (length() < contentFrom) {
      throw new ConnectionException(ErrorCode.FRAME_SIZE_ERROR, "a frame is too short");
    }
    contentTo = length() - (padded ? payload[0] & 0xff : 0);
    if (contentTo < contentFrom) {
      throw new ConnectionException(ErrorCode.PROTOCOL_ERROR, "there is more padding than frame");
    }
  }

  /** Where in the payload the content begins. */
  public int contentFrom() {
    return contentFrom;
  }

  /** Where the content ends. */
  public int contentTo() {
    return contentTo;
  }

  /** Four bytes as a number. */
  public static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }
}
