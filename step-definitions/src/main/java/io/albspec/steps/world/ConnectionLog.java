package io.albspec.steps.world;

import io.albspec.steps.clock.Budgets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The connection log of the newest load balancer. */
public final class ConnectionLog {

  private final Sut sut;
  private final Balancers balancers;
  private final Clients clients;
  private final LogBucket bucket;

  /** The log of these balancers. */
  public ConnectionLog(Sut sut, Balancers balancers, Clients clients, LogBucket bucket) {
    this.sut = sut;
    this.balancers = balancers;
    this.clients = clients;
    this.bucket = bucket;
  }

  /** Turns the log on; the prefix may be empty. */
  public void enable(String prefix) {
    balancers.setAttributes(
        Map.of(
            "connection_logs.s3.enabled",
            "true",
            "connection_logs.s3.bucket",
            bucket.name(),
            "connection_logs.s3.prefix",
            prefix));
  }

  /** The entries, once there are so many; fewer if they do not come within the budget. */
  public List<ConnectionLogEntry> entries(int expected) {
    settle();
    bucket.arrive(() -> published().size() >= expected);
    return published();
  }

  /** The log files, once there are so many; fewer if they do not come within the budget. */
  public List<Path> files(int expected) {
    settle();
    bucket.arrive(() -> bucket.connectionLogs().size() >= expected);
    return bucket.connectionLogs();
  }

  /** Gives a handshake in progress the real time it needs to end. */
  private void settle() {
    if (clients.haveConnected()) {
      ClientConnection newest = clients.newest();
      sut.await()
          .happens(
              Budgets.RESPONSE.lasting(Duration.ZERO),
              () -> !newest.responses().isEmpty() || newest.isClosed());
    }
  }

  private List<ConnectionLogEntry> published() {
    return bucket.connectionLogs().stream()
        .flatMap(file -> LogBucket.lines(file).stream())
        .map(ConnectionLogEntry::of)
        .sorted(Comparator.comparing(entry -> entry.field("timestamp").orElse("")))
        .toList();
  }
}
