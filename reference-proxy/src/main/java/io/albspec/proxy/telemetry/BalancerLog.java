package io.albspec.proxy.telemetry;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.time.Time;
import java.util.concurrent.atomic.LongAdder;

/** The access log of one load balancer: writes entries into the ring that all of them share. */
final class BalancerLog implements AccessLog {

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final LogPlace place;
  private final EntryRing ring;
  private final LogDelivery delivery;
  private final LongAdder lost;
  private final Time time;

  BalancerLog(LogPlace place, EntryRing ring, LogDelivery delivery, LongAdder lost, Time time) {
    this.place = place;
    this.ring = ring;
    this.delivery = delivery;
    this.lost = lost;
    this.time = time;
  }

  @Override
  public void log(Exchange exchange) {
    LogEntry entry = ring.claim();
    if (entry == null) {
      lost.increment();
      return;
    }
    entry.place = null;
    try {
      write(exchange, entry);
      entry.place = place;
    } finally {
      ring.publish(entry);
    }
    delivery.wake();
  }

  private void write(Exchange exchange, LogEntry entry) {
    long now = time.nanos();
    long age = (now - exchange.timing().received()) / NANOS_PER_SECOND;
    entry.buffer().clear();
    EntryFormat.write(exchange, place.balancer(), now, entry.buffer());
    entry.node = exchange.connection().node().getAddress();
    entry.intervalEnd =
        AccessLogs.intervalEnd(exchange.timing().receivedAt().getEpochSecond() + age);
  }
}
