package io.albspec.proxy.frames;

import java.util.Arrays;
import org.eclipse.jetty.http2.ErrorCode;

/** A header block that comes in several frames (RFC 9113, 4.3), and what began it. */
public final class HeaderBlock {

  /** Enough for the longest head, however it is encoded. */
  private static final int MOST_BYTES = 80 * 1024;

  private static final int MOST_FRAMES = 64;
  private static final byte[] NOTHING = {};

  private int stream;
  private boolean endStream;
  private byte[] bytes = NOTHING;
  private int length;
  private int frames;
  private int wireBytes;

  /** Whether the next frame has to continue it. */
  public boolean isOpen() {
    return stream != 0;
  }

  public int stream() {
    return stream;
  }

  public boolean endStream() {
    return endStream;
  }

  public void begin(int id, boolean end) {
    stream = id;
    endStream = end;
    length = 0;
    frames = 0;
    wireBytes = 0;
  }

  /** Takes a fragment. */
  public void add(byte[] source, int from, int to, int onTheWire) throws ConnectionException {
    if (length + to - from > MOST_BYTES || ++frames > MOST_FRAMES) {
      throw new ConnectionException(ErrorCode.ENHANCE_YOUR_CALM_ERROR, "a head has no end");
    }
    if (length + to - from > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + to - from, 2 * bytes.length));
    }
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
    wireBytes += onTheWire;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }

  /** The bytes of its frames. */
  public int wireBytes() {
    return wireBytes;
  }

  /** It has been looked at. */
  public void end() {
    stream = 0;
    bytes = NOTHING;
  }
}
