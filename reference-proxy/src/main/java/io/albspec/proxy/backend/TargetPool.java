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

  /**
   * The connection that became idle last and is still of use, or null if there is none.
   *
   * @param tls13 what it must have offered, if it is secure
   */
  TargetConnection takeIdle(boolean tls13) {
    TargetConnection connection = idle.pollFirst();
    while (connection != null && connection.isStale()) {
      connection = idle.pollFirst();
    }
    return connection == null || connection.offersTls13() == tls13
        ? connection
        : takeOther(connection, tls13);
  }

  private TargetConnection takeOther(TargetConnection unsuitable, boolean tls13) {
    TargetConnection other = null;
    for (TargetConnection each : List.copyOf(idle)) {
      if (other == null && each.offersTls13() == tls13 && !each.isStale()) {
        other = each;
      }
    }
    idle.remove(other);
    idle.addFirst(unsuitable);
    return other;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Ends every connection, with the request it may be handling. */
  void giveUp() {
    List.copyOf(all).forEach(TargetConnection::giveUp);
  }
}
