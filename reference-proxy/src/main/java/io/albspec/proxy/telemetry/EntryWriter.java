package io.albspec.proxy.telemetry;

import java.net.InetAddress;

/** Gives the entries of one log a place in the ring that all of them share. */
final class EntryWriter {

  private final Destination destination;
  private final LogDelivery delivery;
  private final EntryRing ring;

  /** Writes into the ring of this delivery. */
  EntryWriter(Destination destination, LogDelivery delivery) {
    this.destination = destination;
    this.delivery = delivery;
    this.ring = delivery.ring();
  }

  /** The resource id of the load balancer. */
  String balancer() {
    return destination.place().balancer();
  }

  /** An entry to be written and then published; null, and counted as lost, if there is no place. */
  LogEntry claim() {
    LogEntry entry = ring.claim();
    if (entry == null) {
      destination.losses().add(1);
    } else {
      entry.buffer().clear();
    }
    return entry;
  }

  /**
   * What a claimed entry tells is complete.
   *
   * @param second of the epoch that it is of
   */
  void complete(LogEntry entry, InetAddress node, long second) {
    entry.node = node;
    entry.intervalEnd = AccessLogs.intervalEnd(second);
    entry.destination = destination;
  }

  /** Hands a claimed entry over; it is lost unless it is complete. */
  void publish(LogEntry entry) {
    if (!ring.publish(entry)) {
      destination.losses().add(1);
    }
    delivery.wake();
  }
}
