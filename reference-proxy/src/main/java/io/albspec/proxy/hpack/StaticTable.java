package io.albspec.proxy.hpack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http2.hpack.HpackContext;

/** The fields that every peer knows (RFC 7541, Appendix A), as Jetty lists them. */
final class StaticTable {

  /** How many there are; indices begin at 1. */
  static final int SIZE = HpackContext.STATIC_SIZE;

  private static final TableField[] FIELDS = fields();
  private static final int[][] BY_NAME_LENGTH = byNameLength();

  private StaticTable() {}

  private static TableField[] fields() {
    TableField[] fields = new TableField[SIZE + 1];
    for (int i = 1; i <= SIZE; i++) {
      String value = HpackContext.STATIC_TABLE[i][1];
      fields[i] =
          new TableField(
              HpackContext.STATIC_TABLE[i][0].getBytes(StandardCharsets.US_ASCII),
              (value == null ? "" : value).getBytes(StandardCharsets.US_ASCII));
    }
    return fields;
  }

  private static int[][] byNameLength() {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 1; i <= SIZE; i++) {
      int length = FIELDS[i].name().length;
      while (lists.size() <= length) {
        lists.add(new ArrayList<>());
      }
      lists.get(length).add(i);
    }
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  static TableField field(int index) {
    return FIELDS[index];
  }

  /** The first index of a name in lower case, or 0 if it has none. */
  static int indexOf(byte[] name, int from, int to) {
    if (to - from >= BY_NAME_LENGTH.length) {
      return 0;
    }
    for (int index : BY_NAME_LENGTH[to - from]) {
      byte[] known = FIELDS[index].name();
      int at = 0;
      while (at < known.length && known[at] == name[from + at]) {
        at++;
      }
      if (at == known.length) {
        return index;
      }
    }
    return 0;
  }
}
