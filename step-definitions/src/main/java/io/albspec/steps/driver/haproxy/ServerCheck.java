package io.albspec.steps.driver.haproxy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What HAProxy thinks of a server (management guide, "Statistics").
 *
 * @param status such as {@code UP}, {@code UP 1/2} or {@code DOWN}
 * @param last the outcome of the last check, such as {@code L7STS}; {@code INI} before the first
 * @param code the HTTP status that the last check got, or empty
 */
record ServerCheck(String status, String last, String code) {

  /** A server of a backend. */
  record Key(String backend, String server) {}

  /** Whether no check has been completed. */
  boolean pending() {
    return last.equals("INI") || last.equals("UNK");
  }

  /**
   * Whether the status of the last response is hidden: HAProxy forgets it when the next check
   * begins, and keeps the rest till that has ended.
   */
  boolean hidesCode() {
    return last.equals("L7STS") && (code.isEmpty() || code.equals("0"));
  }

  /** Reads the table that {@code show stat} prints. */
  static Map<Key, ServerCheck> table(String csv) {
    List<String[]> lines =
        csv.lines().filter(line -> !line.isEmpty()).map(ServerCheck::cells).toList();
    if (lines.isEmpty()) {
      return Map.of();
    }
    List<String> titles = Arrays.asList(lines.get(0));
    int status = titles.indexOf("status");
    int last = titles.indexOf("check_status");
    int code = titles.indexOf("check_code");
    Map<Key, ServerCheck> table = new HashMap<>();
    for (String[] cells : lines.subList(1, lines.size())) {
      table.put(
          new Key(cells[0], cells[1]),
          new ServerCheck(cells[status], cells[last].replace("* ", ""), cells[code]));
    }
    return table;
  }

  private static String[] cells(String line) {
    return line.split(",", -1);
  }
}
