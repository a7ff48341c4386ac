package io.albspec.proxy.cloud.trust;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The serial numbers that an issuer has revoked, none of them negative: their bytes one after the
 * other, and a table of where each begins. Takes some 30 bytes for each, and one look in the table
 * to find one.
 */
public final class RevokedSerials {

  private static final int LONGEST = 127;
  private static final int LEAST_CAPACITY = 16;

  private byte[] bytes = new byte[LEAST_CAPACITY];
  private int used = 1;
  private int[] table = new int[LEAST_CAPACITY];
  private int count;

  RevokedSerials() {}

  /**
   * Adds one.
   *
   * @param source has its bytes as they are in ASN.1: big-endian, in two's complement
   * @throws IllegalArgumentException if it is empty, or longer than any authority's
   */
  void add(byte[] source, int from, int to) {
    if (from >= to || to - from > LONGEST) {
      throw new IllegalArgumentException("a serial number has %d bytes".formatted(to - from));
    }
    if (source[from] < 0) {
      return;
    }
    int start = from;
    while (start < to - 1 && source[start] == 0) {
      start++;
    }
    if (2 * (count + 1) > table.length) {
      grow();
    }
    int slot = slot(table, source, start, to);
    if (table[slot] == 0) {
      table[slot] = append(source, start, to);
      count++;
    }
  }

  private int append(byte[] source, int from, int to) {
    int length = to - from;
    if (used + length + 1 > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(used + length + 1, bytes.length * 3 / 2));
    }
    int at = used;
    bytes[at] = (byte) length;
    System.arraycopy(source, from, bytes, at + 1, length);
    used += length + 1;
    return at;
  }

  private void grow() {
    int[] larger = new int[table.length * 2];
    for (int at : table) {
      if (at != 0) {
        larger[slot(larger, bytes, at + 1, at + 1 + bytes[at])] = at;
      }
    }
    table = larger;
  }

  /** Where a number is in a table, or would be. */
  private int slot(int[] in, byte[] source, int from, int to) {
    int mask = in.length - 1;
    int slot = hash(source, from, to) & mask;
    while (in[slot] != 0 && !isAt(in[slot], source, from, to)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isAt(int at, byte[] source, int from, int to) {
    return Arrays.equals(bytes, at + 1, at + 1 + bytes[at], source, from, to);
  }

  private static int hash(byte[] source, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = (hash ^ source[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return (int) (hash >>> 16);
  }

  /** Nothing more will be added. */
  RevokedSerials complete() {
    bytes = Arrays.copyOf(bytes, used);
    return this;
  }

  /** Whether it is one of them; never so if it is negative. */
  public boolean contains(BigInteger serial) {
    if (serial.signum() < 0) {
      return false;
    }
    byte[] number = serial.toByteArray();
    int start = number.length > 1 && number[0] == 0 ? 1 : 0;
    return table[slot(table, number, start, number.length)] != 0;
  }

  /** How many there are, each counted once. */
  public int count() {
    return count;
  }
}
