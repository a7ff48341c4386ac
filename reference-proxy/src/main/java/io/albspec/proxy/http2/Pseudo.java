package io.albspec.proxy.http2;

import io.albspec.proxy.hpack.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A pseudo-header field of a request (RFC 9113, 8.3.1); reused for the next request. */
final class Pseudo {

  private static final int USUAL_BYTES = 128;
  private static final int MOST_KEPT = 4096;

  private final String name;
  private byte[] bytes = new byte[USUAL_BYTES];
  private int length = -1;
  private final Octets view = new Octets();

  Pseudo(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void clear() {
    length = -1;
    if (bytes.length > MOST_KEPT) {
      bytes = new byte[USUAL_BYTES];
    }
  }

  /** Takes the value. */
  void set(Octets value) {
    length = value.length();
    if (length > bytes.length) {
      bytes = new byte[length];
    }
    System.arraycopy(value.bytes(), value.from(), bytes, 0, length);
  }

  boolean isPresent() {
    return length >= 0;
  }

  boolean is(String text) {
    return length == text.length()
        && Arrays.equals(bytes, 0, length, text.getBytes(StandardCharsets.US_ASCII), 0, length);
  }

  /** The value, to be looked at at once. */
  Octets value() {
    return view.set(bytes, 0, length());
  }

  byte[] bytes() {
    return bytes;
  }

  /** How long the value is; 0 if there is none. */
  int length() {
    return Math.max(length, 0);
  }
}
