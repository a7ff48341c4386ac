package io.albspec.proxy.hpack;

/** A field in a table. Its bytes are never changed. */
final class TableField {

  private static final int OVERHEAD = 32;

  private final byte[] name;
  private final byte[] value;

  TableField(byte[] name, byte[] value) {
    this.name = name;
    this.value = value;
  }

  byte[] name() {
    return name;
  }

  byte[] value() {
    return value;
  }

  /** What it counts for in a table (RFC 7541, 4.1). */
  int size() {
    return name.length + value.length + OVERHEAD;
  }
}
