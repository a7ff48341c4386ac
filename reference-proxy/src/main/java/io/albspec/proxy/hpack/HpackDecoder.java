package io.albspec.proxy.hpack;

import java.util.Arrays;

/**
 * Decodes the header blocks of one connection. What it keeps is bounded by the size of its table,
 * whatever it is sent.
 */
public final class HpackDecoder {

  private static final int MOST_KEPT = 4096;
  private static final int MOST_INTEGER_BYTES = 4;
  private static final int MOST_SIZE_UPDATES = 2;

  private final int tableSize;
  private final DynamicTable table;
  private final Octets name = new Octets();
  private final Octets value = new Octets();
  private byte[] nameScratch = {};
  private byte[] valueScratch = {};
  private byte[] block;
  private int at;
  private int end;

  /** With a table of at most that size, as the peer is told. */
  public HpackDecoder(int tableSize) {
    this.tableSize = tableSize;
    this.table = new DynamicTable(tableSize);
  }

  /**
   * Decodes one block as a whole.
   *
   * @throws CompressionException if it cannot be decoded; fields may have been handed over
   */
  public void decode(byte[] bytes, int from, int to, FieldSink sink) throws CompressionException {
    block = bytes;
    at = from;
    end = to;
    sizeUpdates();
    while (at < end) {
      int start = at;
      if (bytes[at] < 0) {
        indexed(integer(7));
        sink.field(name, value, at - start);
      } else {
        literal(bytes[at]);
        sink.field(name, value, at - start);
        if ((bytes[start] & 0x40) != 0) {
          table.add(new TableField(name.copy(), value.copy()));
        }
      }
    }
    shrink();
  }

  /** They stand at the beginning of a block only, and at most two of them (RFC 7541, 4.2). */
  private void sizeUpdates() throws CompressionException {
    int updates = 0;
    while (at < end && (block[at] & 0xe0) == 0x20) {
      int size = integer(5);
      if (size > tableSize || ++updates > MOST_SIZE_UPDATES) {
        throw new CompressionException("the table cannot have that size");
      }
      table.resize(size);
    }
  }

  private void indexed(int index) throws CompressionException {
    TableField field = field(index);
    name.set(field.name(), 0, field.name().length);
    value.set(field.value(), 0, field.value().length);
  }

  private TableField field(int index) throws CompressionException {
    if (index == 0 || index > StaticTable.SIZE + table.count()) {
      throw new CompressionException("there is no field " + index);
    }
    return index <= StaticTable.SIZE
        ? StaticTable.field(index)
        : table.field(index - StaticTable.SIZE - 1);
  }

  private void literal(byte first) throws CompressionException {
    boolean added = (first & 0x40) != 0;
    if (!added && (first & 0x20) != 0) {
      throw new CompressionException("the size of the table changes within a block");
    }
    int index = integer(added ? 6 : 4);
    if (index == 0) {
      nameScratch = string(name, nameScratch);
    } else {
      byte[] known = field(index).name();
      name.set(known, 0, known.length);
    }
    valueScratch = string(value, valueScratch);
  }

  /** Reads a string; gives the array to decode the next one into. */
  private byte[] string(Octets into, byte[] scratch) throws CompressionException {
    boolean huffman = at < end && block[at] < 0;
    int length = integer(7);
    if (length > end - at) {
      throw new CompressionException("a string goes on behind the block");
    }
    int from = at;
    at += length;
    if (!huffman) {
      into.set(block, from, at);
      return scratch;
    }
    byte[] room = scratch;
    if (room.length < Huffman.mostDecoded(length)) {
      room = new byte[Math.max(Huffman.mostDecoded(length), 2 * scratch.length)];
    }
    into.set(room, 0, Huffman.decode(block, from, at, room));
    return room;
  }

  private int integer(int prefixBits) throws CompressionException {
    if (at == end) {
      throw new CompressionException("the block ends within a field");
    }
    int most = (1 << prefixBits) - 1;
    int result = block[at++] & most;
    if (result < most) {
      return result;
    }
    for (int i = 0; i < MOST_INTEGER_BYTES && at < end; i++) {
      byte next = block[at++];
      result += (next & 0x7f) << (7 * i);
      if (next >= 0) {
        return result;
      }
    }
    throw new CompressionException("a number is too large or has no end");
  }

  private void shrink() {
    block = null;
    if (nameScratch.length > MOST_KEPT) {
      nameScratch = Arrays.copyOf(nameScratch, 0);
    }
    if (valueScratch.length > MOST_KEPT) {
      valueScratch = Arrays.copyOf(valueScratch, 0);
    }
  }
}
