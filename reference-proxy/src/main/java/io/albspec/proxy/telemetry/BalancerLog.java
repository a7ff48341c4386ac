package io.albspec.proxy.telemetry;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.time.Time;

/** The access log of one load balancer: writes entries into the ring that all of them share. */
final class BalancerLog implements AccessLog {

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final Destination destination;
  private final LogDelivery delivery;
  private final EntryRing ring;
  private final Time time;

  /** Logs into the ring of this delivery. */
  BalancerLog(Destination destination, LogDelivery delivery, Time time) {
    this.destination = destination;
    this.delivery = delivery;
    this.ring = delivery.ring();
    this.time = time;
  }

  @Override
  public void log(Exchange exchange) {
    LogEntry entry = ring.claim();
    if (entry == null) {
      destination.losses().add(1);
      return;
    }
    try {
      write(exchange, entry);
      entry.destination = destination;
    } finally {
      if (!ring.publish(entry)) {
        destination.losses().add(1);
      }
    }
    delivery.wake();
  }

  private void write(Exchange exchange, LogEntry entry) {
    long now = time.nanos();
    long age = (now - exchange.timing().received()) / NANOS_PER_SECOND;
    entry.buffer().clear();
    EntryFormat.write(exchange, destination.place().balancer(), now, entry.buffer());
    entry.node = exchange.connection().node().getAddress();
    entry.intervalEnd =
        AccessLogs.intervalEnd(exchange.timing().receivedAt().getEpochSecond() + age);
  }
}
