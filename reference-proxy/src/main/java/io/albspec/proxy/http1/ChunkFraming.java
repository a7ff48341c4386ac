package io.albspec.proxy.http1;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes around the pieces of a body that is sent in chunks (RFC 9112, 7.1). */
public final class ChunkFraming {

  private static final byte[] CRLF = {'\r', '\n'};
  private static final byte[] LAST = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CRLF_LAST = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NOTHING = {};

  private ChunkFraming() {}

  /** What stands before a piece of that many bytes; nothing before an empty piece. */
  public static ByteBuffer before(int bytes) {
    return ByteBuffer.wrap(
        bytes == 0
            ? NOTHING
            : (Integer.toHexString(bytes) + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * What stands behind the last piece of a body.
   *
   * @param trailers the lines of the trailer fields, may be empty
   */
  public static ByteBuffer end(int bytes, byte[] trailers) {
    if (trailers.length == 0) {
      return after(bytes, true);
    }
    String start = bytes == 0 ? "0\r\n" : "\r\n0\r\n";
    return ByteBuffer.allocate(start.length() + trailers.length + CRLF.length)
        .put(start.getBytes(StandardCharsets.US_ASCII))
        .put(trailers)
        .put(CRLF)
        .flip();
  }

  /** What stands behind a piece of that many bytes. */
  public static ByteBuffer after(int bytes, boolean last) {
    if (bytes == 0) {
      return ByteBuffer.wrap(last ? LAST : NOTHING);
    }
    return ByteBuffer.wrap(last ? CRLF_LAST : CRLF);
  }
}
