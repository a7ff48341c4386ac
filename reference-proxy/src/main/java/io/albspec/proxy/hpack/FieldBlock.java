package io.albspec.proxy.hpack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds a header block. It uses what every peer knows and no table of the connection's own, so
 * that no peer can make it keep anything; that it keeps nothing is told at the beginning of a
 * connection ({@link #keepsNothing}).
 */
public final class FieldBlock {

  private static final int USUAL_BYTES = 4096;
  private static final int STATUS = 8;
  private static final int[] KNOWN_STATUS = {200, 204, 206, 304, 400, 404, 500};

  private byte[] bytes = new byte[USUAL_BYTES];
  private int length;

  /** Empty. */
  public FieldBlock() {}

  /** Begins another block. */
  public FieldBlock begin() {
    length = 0;
    if (bytes.length > USUAL_BYTES * 16) {
      bytes = new byte[USUAL_BYTES];
    }
    return this;
  }

  /** Tells that the table has no room from now on (RFC 7541, 4.2). */
  public FieldBlock keepsNothing() {
    ensure(1);
    bytes[length++] = 0x20;
    return this;
  }

  /** The status of a response: three digits. */
  public FieldBlock status(int code) {
    for (int i = 0; i < KNOWN_STATUS.length; i++) {
      if (KNOWN_STATUS[i] == code) {
        ensure(1);
        bytes[length++] = (byte) (0x80 | (STATUS + i));
        return this;
      }
    }
    ensure(5);
    bytes[length++] = STATUS;
    bytes[length++] = 3;
    bytes[length++] = (byte) ('0' + code / 100);
    bytes[length++] = (byte) ('0' + code / 10 % 10);
    bytes[length++] = (byte) ('0' + code % 10);
    return this;
  }

  /** A field; its name is put in lower case. */
  public FieldBlock field(byte[] name, int nameFrom, int nameTo, byte[] value, int from, int to) {
    name(name, nameFrom, nameTo);
    string(value, from, to);
    return this;
  }

  /** A field of ASCII characters; its name is in lower case. */
  public FieldBlock field(String name, byte[] value) {
    byte[] text = name.getBytes(StandardCharsets.US_ASCII);
    return field(text, 0, text.length, value, 0, value.length);
  }

  /** Fields that are given as lines of HTTP/1.1, each with CRLF at its end. */
  public FieldBlock lines(byte[] lines) {
    int at = 0;
    while (at < lines.length) {
      int end = indexOf(lines, '\r', at);
      int colon = indexOf(lines, ':', at);
      int value = colon + 1;
      while (value < end && lines[value] == ' ') {
        value++;
      }
      field(lines, at, colon, lines, value, end);
      at = end + 2;
    }
    return this;
  }

  private static int indexOf(byte[] bytes, char wanted, int from) {
    int at = from;
    while (bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private void name(byte[] name, int from, int to) {
    ensure(to - from + 16);
    int start = length;
    length++;
    integer(0, 7, to - from);
    int nameStart = length;
    for (int at = from; at < to; at++) {
      byte b = name[at];
      bytes[length++] = b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }
    int index = StaticTable.indexOf(bytes, nameStart, length);
    bytes[start] = 0;
    if (index > 0) {
      length = start;
      integer(0, 4, index);
    }
  }

  private void string(byte[] value, int from, int to) {
    ensure(to - from + 8);
    integer(0, 7, to - from);
    System.arraycopy(value, from, bytes, length, to - from);
    length += to - from;
  }

  private void integer(int pattern, int prefixBits, int number) {
    int most = (1 << prefixBits) - 1;
    if (number < most) {
      bytes[length++] = (byte) (pattern | number);
      return;
    }
    bytes[length++] = (byte) (pattern | most);
    int rest = number - most;
    while (rest >= 0x80) {
      bytes[length++] = (byte) (0x80 | rest);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }

  /** The bytes of the block and, behind {@link #length()}, rubbish. Not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  /** How long it is. */
  public int length() {
    return length;
  }
}
