package io.albspec.proxy.telemetry;

import io.albspec.proxy.exchange.ConnectionOutcome;
import io.albspec.proxy.time.Time;
import java.time.Instant;

/** The connection log of one load balancer. */
final class BalancerConnectionLog implements ConnectionLog {

  private final EntryWriter writer;
  private final Time time;

  BalancerConnectionLog(EntryWriter writer, Time time) {
    this.writer = writer;
    this.time = time;
  }

  @Override
  public void log(ConnectionOutcome outcome) {
    LogEntry entry = writer.claim();
    if (entry == null) {
      return;
    }
    try {
      Instant now = time.now();
      ConnectionEntryFormat.write(outcome, now, entry.buffer());
      writer.complete(entry, outcome.connection().node().getAddress(), now.getEpochSecond());
    } finally {
      writer.publish(entry);
    }
  }
}
