package io.albspec.proxy.hpack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A part of an array, to be looked at at once: it is used again for the next. */
public final class Octets {

  private byte[] bytes = {};
  private int from;
  private int to;

  /** Nothing yet. */
  public Octets() {}

  /** From now on this part. */
  public Octets set(byte[] source, int start, int end) {
    bytes = source;
    from = start;
    to = end;
    return this;
  }

  /** The array. Not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the part begins. */
  public int from() {
    return from;
  }

  /** Where it ends. */
  public int to() {
    return to;
  }

  /** How long it is. */
  public int length() {
    return to - from;
  }

  /** Whether it is exactly this, given in ASCII. */
  public boolean is(String text) {
    if (to - from != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A copy. */
  byte[] copy() {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** As text, a character a byte. */
  @Override
  public String toString() {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
