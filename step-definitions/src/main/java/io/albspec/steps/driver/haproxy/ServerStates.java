package io.albspec.steps.driver.haproxy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The states of servers as one process leaves them to the next ({@code show servers state}). */
final class ServerStates {

  /** For a process that has no predecessor. */
  static final String NONE = "1\n";

  private static final String CHECK_PORT = "srv_check_port";

  private ServerStates() {}

  /**
   * What of it stays true in another configuration: everything but the port of the health checks,
   * which would take precedence over the configured one.
   */
  static String withoutCheckPorts(String states) {
    List<String> lines = states.lines().toList();
    if (lines.size() < 2) {
      return states;
    }
    int port = Arrays.asList(lines.get(1).split(" ", -1)).indexOf(CHECK_PORT) - 1;
    return lines.stream()
        .map(line -> line.startsWith("#") ? line : withoutCheckPort(line, port))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String withoutCheckPort(String line, int column) {
    String[] cells = line.split(" ", -1);
    if (column >= 0 && column < cells.length) {
      cells[column] = "0";
    }
    return String.join(" ", cells);
  }
}
