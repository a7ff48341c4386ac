package io.albspec.proxy.telemetry;

import java.util.Arrays;

/** The bytes of one log entry, written anew for each; grows as needed. */
final class EntryBuffer {

  private static final byte[] EMPTY = {};
  private static final int USUAL = 512;
  private static final int MOST_KEPT = 4096;
  private static final int LONGEST_ESCAPE = 4;
  private static final int HEX_DIGITS = 16;
  private static final int LONGEST_NUMBER = 20;
  private static final String HEX = "0123456789ABCDEF";
  private static final String LOWER_HEX = "0123456789abcdef";
  private static final long NANOS_PER_MILLI = 1_000_000;

  private byte[] bytes = EMPTY;
  private int length;

  void clear() {
    length = 0;
    if (bytes.length == 0) {
      bytes = new byte[USUAL];
    }
  }

  /** Whether it has grown beyond what all buffers may keep. */
  boolean isLarge() {
    return bytes.length > MOST_KEPT;
  }

  /** How many bytes of memory it takes. */
  int capacity() {
    return bytes.length;
  }

  /** Forgets what it has grown to. */
  void shrink() {
    length = 0;
    bytes = EMPTY;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }

  EntryBuffer put(char c) {
    ensure(1);
    bytes[length++] = (byte) c;
    return this;
  }

  /** Puts characters up to U+00FF, one byte each. */
  EntryBuffer put(String text) {
    int count = text.length();
    ensure(count);
    byte[] to = bytes;
    int at = length;
    for (int i = 0; i < count; i++) {
      to[at + i] = (byte) text.charAt(i);
    }
    length = at + count;
    return this;
  }

  EntryBuffer put(byte[] source, int from, int to) {
    ensure(to - from);
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
    return this;
  }

  /** Puts bytes of a client's so that they can neither end a quoted field nor a line. */
  EntryBuffer putEscaped(byte[] source, int from, int to) {
    int plainFrom = from;
    for (int at = from; at < to; at++) {
      if (!isPlain(source[at])) {
        put(source, plainFrom, at).putEscape(source[at]);
        plainFrom = at + 1;
      }
    }
    return put(source, plainFrom, to);
  }

  private void putEscape(byte b) {
    ensure(LONGEST_ESCAPE);
    bytes[length++] = '\\';
    bytes[length++] = 'x';
    bytes[length++] = (byte) HEX.charAt(b >> 4);
    bytes[length++] = (byte) HEX.charAt(b & 0xF);
  }

  private static boolean isPlain(byte b) {
    return b < 0 || (b >= ' ' && b != '"' && b != 0x7F);
  }

  /** Puts characters up to U+00FF in the same way. */
  EntryBuffer putEscaped(String text) {
    int start = length;
    put(text);
    for (int at = start; at < length; at++) {
      if (!isPlain(bytes[at])) {
        byte[] plain = Arrays.copyOfRange(bytes, start, length);
        length = start;
        return putEscaped(plain, 0, plain.length);
      }
    }
    return this;
  }

  EntryBuffer put(long number) {
    ensure(LONGEST_NUMBER);
    if (number < 0) {
      bytes[length++] = '-';
    }
    return putDigits(Math.abs(number), 1);
  }

  /** Puts 16 hexadecimal digits, in lower case. */
  EntryBuffer putHex(long number) {
    ensure(HEX_DIGITS);
    for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
      bytes[length++] = (byte) LOWER_HEX.charAt((int) (number >>> shift) & 0xF);
    }
    return this;
  }

  /** Puts seconds with three decimals. */
  EntryBuffer putSeconds(long nanos) {
    long millis = nanos / NANOS_PER_MILLI;
    return put(millis / 1000).put('.').putPadded(millis % 1000, 3);
  }

  /** Puts a number with leading zeros. */
  EntryBuffer putPadded(long number, int digits) {
    ensure(LONGEST_NUMBER);
    return putDigits(number, digits);
  }

  private EntryBuffer putDigits(long number, int least) {
    int digits = 1;
    for (long more = number / 10; more > 0; more /= 10) {
      digits++;
    }
    digits = Math.max(digits, least);
    long rest = number;
    for (int at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
  }
}
