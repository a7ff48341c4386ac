package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.RequestHead;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The trailer fields behind the last chunk of a body (RFC 9112, 7.1.2), as they are passed on. They
 * are never merged into the head; fields that would frame, route or authenticate a message there
 * are left out (RFC 9110, 6.5.1).
 */
public final class Trailers {

  private static final int USUAL_BYTES = 256;
  private static final Set<String> FORBIDDEN =
      Set.of(
          "authorization",
          "connection",
          "content-encoding",
          "content-length",
          "content-range",
          "content-type",
          "cookie",
          "expect",
          "host",
          "keep-alive",
          "proxy-connection",
          "set-cookie",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private byte[] bytes = new byte[USUAL_BYTES];
  private int length;
  private int lineStart;

  /** Nothing yet. */
  public Trailers() {}

  /** The next byte of a line, its line end not counted. */
  public void put(byte b) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = b;
  }

  /** Ends the line. False if it is no field. */
  public boolean endLine() {
    int colon = lineStart;
    while (colon < length && RequestHead.isToken(bytes[colon])) {
      colon++;
    }
    if (colon == lineStart || colon == length || bytes[colon] != ':' || !isValue(colon + 1)) {
      return false;
    }
    String name = new String(bytes, lineStart, colon - lineStart, StandardCharsets.US_ASCII);
    if (isForbidden(name.toLowerCase(Locale.ROOT))) {
      length = lineStart;
    } else {
      put((byte) '\r');
      put((byte) '\n');
    }
    lineStart = length;
    return true;
  }

  private boolean isValue(int from) {
    for (int at = from; at < length; at++) {
      boolean control = bytes[at] >= 0 && bytes[at] < ' ' && bytes[at] != '\t';
      if (control || bytes[at] == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean isForbidden(String name) {
    return FORBIDDEN.contains(name)
        || name.startsWith("x-forwarded-")
        || name.startsWith("x-amzn-");
  }

  /** The lines, each with its CRLF. */
  public byte[] lines() {
    return Arrays.copyOf(bytes, length);
  }
}
