package io.albspec.proxy.backend;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The connections of one worker to one target. */
final class TargetPool {

  private final Set<TargetConnection> all = new HashSet<>();
  private final ArrayDeque<TargetConnection> idle = new ArrayDeque<>();

  void opened(TargetConnection connection) {
    all.add(connection);
  }

  void becameIdle(TargetConnection connection) {
    idle.addFirst(connection);
  }

  void ended(TargetConnection connection) {
    all.remove(connection);
    idle.remove(connection);
  }

  /** The connection that became idle last and is still of use, or null if there is none. */
  TargetConnection takeIdle() {
    TargetConnection connection = idle.pollFirst();
    while (connection != null && connection.isStale()) {
      connection = idle.pollFirst();
    }
    return connection;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Ends every connection, with the request it may be handling. */
  void giveUp() {
    List.copyOf(all).forEach(TargetConnection::giveUp);
  }
}
