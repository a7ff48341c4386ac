package io.albspec.steps.glue;

import io.albspec.steps.world.Bytes;
import io.albspec.steps.world.Names;
import io.cucumber.datatable.DataTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables of two columns, with the run-time names in their cells replaced. */
public final class Rows {

  private final Names names;

  /** Replaces names as this scenario knows them. */
  public Rows(Names names) {
    this.names = names;
  }

  /** The rows in their order; a later one whose first cell is the same wins. */
  Map<String, String> of(DataTable table) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (List<String> row : table.cells()) {
      if (row.size() != 2) {
        throw new IllegalArgumentException("a row has two cells, not " + row);
      }
      rows.put(names.in(row.get(0)), names.in(row.get(1)));
    }
    return rows;
  }

  /** Rows with a number put in for {@code <n>}, and names that were made so replaced, too. */
  Map<String, String> numbered(Map<String, String> rows, int number) {
    Map<String, String> numbered = new LinkedHashMap<>();
    rows.forEach(
        (path, value) ->
            numbered.put(path, names.in(value.replace("<n>", Integer.toString(number)))));
    return numbered;
  }

  /** The rows in their order, each a pair of texts that stand for bytes. */
  List<Map.Entry<String, String>> bytePairs(DataTable table) {
    return table.cells().stream()
        .map(row -> Map.entry(bytes(row.get(0)), bytes(row.get(1))))
        .toList();
  }

  private String bytes(String cell) {
    return Bytes.unescaped(names.in(cell));
  }
}
