package io.albspec.proxy.hpack;

/** The fields of one connection that its peer refers to (RFC 7541, 2.3.2), the newest first. */
final class DynamicTable {

  private static final int USUAL_FIELDS = 32;
  private static final TableField[] NOTHING = {};

  private TableField[] ring = NOTHING;
  private int first;
  private int count;
  private int size;
  private int mostSize;

  DynamicTable(int mostSize) {
    this.mostSize = mostSize;
  }

  /** Changes how large it may become; the oldest fields go. */
  void resize(int most) {
    mostSize = most;
    evict(0);
  }

  int count() {
    return count;
  }

  /** The field that came so many fields ago, 0 for the last one. */
  TableField field(int age) {
    return ring[(first + count - 1 - age) & (ring.length - 1)];
  }

  /** Adds a field; one that is too large for the table only empties it (RFC 7541, 4.4). */
  void add(TableField field) {
    evict(field.size());
    if (field.size() > mostSize) {
      return;
    }
    if (count == ring.length) {
      grow();
    }
    ring[(first + count) & (ring.length - 1)] = field;
    count++;
    size += field.size();
  }

  private void evict(int needed) {
    while (count > 0 && size + needed > mostSize) {
      size -= ring[first].size();
      ring[first] = null;
      first = (first + 1) & (ring.length - 1);
      count--;
    }
  }

  private void grow() {
    TableField[] larger = new TableField[Math.max(ring.length * 2, USUAL_FIELDS)];
    for (int i = 0; i < count; i++) {
      larger[i] = ring[(first + i) & (ring.length - 1)];
    }
    ring = larger;
    first = 0;
  }
}
