package io.albspec.proxy.hpack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes strings of RFC 7541, 5.2. The code is canonical: the lengths of its words tell them all.
 */
final class Huffman {

  /** The lengths of Appendix B, of each byte and of the end of a string. */
  private static final int[] LENGTHS = {
    13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5,
    6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10, 13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6, 15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5,
    6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28, 20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23,
    23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24, 22, 21, 20,
    22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22,
    22, 23, 22, 22, 23, 26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26,
    27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27, 20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25,
    25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26, 30,
  };

  private static final int END_OF_STRING = 256;
  private static final int LONGEST = 30;
  private static final int BRANCHES = 256;
  private static final int SYMBOL_BITS = 9;
  private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

  /**
   * A tree of tables, each looked up with the next eight bits: a negative entry is the number of
   * another table, another one has a symbol and how many of the eight bits belong to it.
   */
  private static final int[] TABLES = tables();

  private Huffman() {}

  private static int[] tables() {
    List<int[]> tables = new ArrayList<>();
    tables.add(new int[BRANCHES]);
    int code = 0;
    for (int length = 1; length <= LONGEST; length++) {
      for (int symbol = 0; symbol <= END_OF_STRING; symbol++) {
        if (LENGTHS[symbol] == length) {
          add(tables, symbol, code, length);
          code++;
        }
      }
      code <<= 1;
    }
    int[] all = new int[tables.size() * BRANCHES];
    for (int i = 0; i < tables.size(); i++) {
      System.arraycopy(tables.get(i), 0, all, i * BRANCHES, BRANCHES);
    }
    return all;
  }

  private static void add(List<int[]> tables, int symbol, int code, int length) {
    int table = 0;
    int rest = length;
    while (rest > Byte.SIZE) {
      rest -= Byte.SIZE;
      int branch = (code >>> rest) & 0xff;
      if (tables.get(table)[branch] == 0) {
        tables.get(table)[branch] = -tables.size();
        tables.add(new int[BRANCHES]);
      }
      table = -tables.get(table)[branch];
    }
    int shift = Byte.SIZE - rest;
    int from = (code << shift) & 0xff;
    Arrays.fill(tables.get(table), from, from + (1 << shift), rest << SYMBOL_BITS | symbol);
  }

  /** How many bytes a string of that many encoded bytes can have at most. */
  static int mostDecoded(int encoded) {
    return encoded * Byte.SIZE / 5;
  }

  /**
   * Decodes a part into the beginning of an array that has room for it.
   *
   * @return how many bytes there are
   * @throws CompressionException if the string does not end as it must
   */
  static int decode(byte[] source, int from, int to, byte[] target) throws CompressionException {
    int length = 0;
    int bits = 0;
    int held = 0;
    int table = 0;
    for (int at = from; at < to; at++) {
      bits = bits << Byte.SIZE | (source[at] & 0xff);
      held += Byte.SIZE;
      while (held >= Byte.SIZE) {
        int entry = TABLES[table | ((bits >>> (held - Byte.SIZE)) & 0xff)];
        if (entry < 0) {
          table = -entry << Byte.SIZE;
          held -= Byte.SIZE;
        } else {
          target[length++] = symbol(entry);
          table = 0;
          held -= entry >>> SYMBOL_BITS;
        }
      }
    }
    while (held > 0) {
      int entry = TABLES[table | ((bits << (Byte.SIZE - held)) & 0xff)];
      if (entry < 0 || entry >>> SYMBOL_BITS > held) {
        break;
      }
      target[length++] = symbol(entry);
      table = 0;
      held -= entry >>> SYMBOL_BITS;
    }
    int padding = (1 << held) - 1;
    if (table != 0 || (bits & padding) != padding) {
      throw new CompressionException("a string has no proper end");
    }
    return length;
  }

  private static byte symbol(int entry) throws CompressionException {
    if ((entry & SYMBOL_MASK) == END_OF_STRING) {
      throw new CompressionException("a string ends within");
    }
    return (byte) entry;
  }
}
