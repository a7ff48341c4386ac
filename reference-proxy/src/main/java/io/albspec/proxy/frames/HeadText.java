package io.albspec.proxy.frames;

import io.albspec.proxy.hpack.Octets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The text of a head, or of a part of it, that is being put together; no longer than a limit. */
public final class HeadText {

  private static final int USUAL_BYTES = 4096;
  private static final byte[] VERSION = ascii(" HTTP/1.1\r\n");
  private static final byte[] STATUS_VERSION = ascii("HTTP/1.1 ");
  private static final byte[] HOST = ascii("host: ");
  private static final byte[] COOKIE = ascii("cookie: ");
  private static final byte[] COLON = ascii(": ");
  private static final byte[] CRLF = ascii("\r\n");
  private static final byte[] SPACE = ascii(" ");
  private static final byte[] SEPARATOR = ascii("; ");

  private final int most;
  private byte[] bytes = new byte[USUAL_BYTES];
  private ByteBuffer view = ByteBuffer.wrap(bytes);
  private int length;
  private boolean tooLong;

  /**
   * Empty.
   *
   * @param most how many bytes it may have
   */
  public HeadText(int most) {
    this.most = most;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public void clear() {
    length = 0;
    tooLong = false;
    if (bytes.length > USUAL_BYTES * 4) {
      bytes = new byte[USUAL_BYTES];
      view = ByteBuffer.wrap(bytes);
    }
  }

  /** The first line of a request. */
  public void requestLine(Octets method, Octets target) {
    put(method.bytes(), method.from(), method.to());
    put(SPACE);
    put(target.bytes(), target.from(), target.to());
    put(VERSION);
  }

  /** The first line of a response. */
  public void statusLine(Octets code) {
    put(STATUS_VERSION);
    put(code.bytes(), code.from(), code.to());
    put(SPACE);
    put(CRLF);
  }

  public boolean host(byte[] source, int from, int to) {
    put(HOST);
    put(source, from, to);
    put(CRLF);
    return true;
  }

  public boolean field(Octets name, Octets value) {
    put(name.bytes(), name.from(), name.to());
    put(COLON);
    put(value.bytes(), value.from(), value.to());
    put(CRLF);
    return true;
  }

  /** One more item of the value of a field. */
  public boolean item(Octets value) {
    if (length > 0) {
      put(SEPARATOR);
    }
    put(value.bytes(), value.from(), value.to());
    return true;
  }

  public void cookies(HeadText values) {
    tooLong |= values.tooLong;
    if (values.length > 0) {
      put(COOKIE);
      put(values.bytes, 0, values.length);
      put(CRLF);
    }
  }

  public void end() {
    put(CRLF);
  }

  private void put(byte[] source) {
    put(source, 0, source.length);
  }

  private void put(byte[] source, int from, int to) {
    int count = to - from;
    if (tooLong || length + count > most) {
      tooLong = true;
      return;
    }
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
      view = ByteBuffer.wrap(bytes);
    }
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  public boolean isTooLong() {
    return tooLong;
  }

  /** What there is, to be read at once. */
  public ByteBuffer bytes() {
    return view.limit(length).position(0);
  }
}
