package io.albspec.proxy.telemetry;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.time.Time;

/** The access log of one load balancer. */
final class BalancerLog implements AccessLog {

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final EntryWriter writer;
  private final Time time;

  BalancerLog(EntryWriter writer, Time time) {
    this.writer = writer;
    this.time = time;
  }

  @Override
  public void log(Exchange exchange) {
    LogEntry entry = writer.claim();
    if (entry == null) {
      return;
    }
    try {
      long now = time.nanos();
      long age = (now - exchange.timing().received()) / NANOS_PER_SECOND;
      EntryFormat.write(exchange, writer.balancer(), now, entry.buffer());
      writer.complete(
          entry,
          exchange.connection().node().getAddress(),
          exchange.timing().receivedAt().getEpochSecond() + age);
    } finally {
      writer.publish(entry);
    }
  }
}
