package io.albspec.proxy.telemetry;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The access logs and connection logs of all load balancers (guide: "Access logs", "Connection
 * logs"): at least one file for each node and five minutes with requests or connections. Logging is
 * best effort: entries that come faster than they can be written are lost and counted. While no
 * load balancer has logs enabled there is neither a thread nor a file.
 */
public final class AccessLogs implements AccessLogSource, ConnectionLogSource, AutoCloseable {

  private static final int INTERVAL_SECONDS = 300;
  private static final int MOST_WAITING = 8192;
  private static final int MOST_LARGE_BYTES = 32 * 1024 * 1024;
  private static final long MOST_FILE_BYTES = 64L * 1024 * 1024;

  private final LogBuckets buckets;
  private final Drafts drafts;
  private final Time time;
  private final RandomGenerator random;
  private final Map<Log, Destination> destinations = new ConcurrentHashMap<>();
  private final Map<Log, Losses> losses = new ConcurrentHashMap<>();
  private LogDelivery delivery;
  private Time.Timer interval = () -> false;
  private boolean closed;

  private record Log(LogKind kind, String balancerArn) {}

  /**
   * Logs nothing yet. The bucket {@code b} is the folder {@code s3/b} of the data folder.
   *
   * @param dataDir the folder of everything the balancer keeps
   * @param random for the names of files
   */
  public AccessLogs(Path dataDir, Time time, RandomGenerator random) {
    this(dataDir, new FolderBuckets(dataDir.resolve("s3")), time, random);
  }

  /**
   * Logs nothing yet.
   *
   * @param dataDir the folder for files that are being written
   * @param buckets where files go when they are complete
   * @param random for the names of files
   */
  public AccessLogs(Path dataDir, LogBuckets buckets, Time time, RandomGenerator random) {
    this.buckets = buckets;
    this.drafts = new Drafts(dataDir.resolve("access-log-drafts"), RandomName.from(random));
    this.time = time;
    this.random = random;
    if (drafts.mayBeLeft()) {
      start();
    }
  }

  /** The end of the interval that this second of the epoch is in. */
  static long intervalEnd(long second) {
    return Math.floorDiv(second, INTERVAL_SECONDS) * INTERVAL_SECONDS + INTERVAL_SECONDS;
  }

  private synchronized LogDelivery start() {
    if (delivery == null) {
      LogFiles files =
          new LogFiles(drafts, new Outbox(buckets, time), time, random, MOST_FILE_BYTES);
      delivery =
          new LogDelivery(
              new EntryRing(MOST_WAITING, MOST_LARGE_BYTES),
              files,
              new Leftovers(drafts, buckets, time),
              losses.values());
      awaitIntervalEnd(intervalEnd(time.now().getEpochSecond()));
    }
    return delivery;
  }

  private synchronized void awaitIntervalEnd(long second) {
    if (!closed) {
      Duration rest = Duration.between(time.now(), Instant.ofEpochSecond(second));
      interval = time.after(rest.isNegative() ? Duration.ZERO : rest, () -> intervalEnded(second));
    }
  }

  private void intervalEnded(long second) {
    start().intervalEnded(second);
    awaitIntervalEnd(second + INTERVAL_SECONDS);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Where a place is named for the first time, a test file is written there.
   */
  @Override
  public AccessLog forBalancer(BalancerConfig balancer) throws ApiException {
    return LogKind.ACCESS.isEnabled(balancer)
        ? new BalancerLog(writer(balancer, LogKind.ACCESS), time)
        : AccessLog.NONE;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Where a place is named for the first time, a test file is written there.
   */
  @Override
  public ConnectionLog connectionLog(BalancerConfig balancer) throws ApiException {
    return LogKind.CONNECTION.isEnabled(balancer)
        ? new BalancerConnectionLog(writer(balancer, LogKind.CONNECTION), time)
        : ConnectionLog.NONE;
  }

  private EntryWriter writer(BalancerConfig balancer, LogKind kind) throws ApiException {
    LogPlace place = LogPlace.of(balancer, kind);
    Log log = new Log(kind, balancer.resource().loadBalancerArn());
    Destination destination = destinations.get(log);
    if (destination == null || !destination.place().equals(place)) {
      writeTestFile(place);
      Losses ofLog =
          losses.computeIfAbsent(
              log, key -> new Losses("%s of %s".formatted(kind.text(), place.balancer())));
      destination = new Destination(place, ofLog);
      destinations.put(log, destination);
    }
    return new EntryWriter(destination, start());
  }

  private void writeTestFile(LogPlace place) throws ApiException {
    String content =
        "Enable %s for ELB: %s at %s"
            .formatted(place.kind().greeting(), place.balancer(), time.now());
    try {
      Path draft = drafts.draft(place.bucket(), place.testFile());
      Files.writeString(draft, content);
      buckets.put(place.bucket(), place.testFile(), draft);
    } catch (IOException e) {
      throw new ApiException(
          "InvalidConfigurationRequest",
          "Access Denied for bucket: %s. Please check S3bucket permission"
              .formatted(place.bucket()));
    }
  }

  /** Forgets what is no longer configured; what was logged there is still delivered. */
  public void update(Config config) {
    Set<Log> enabled =
        config.balancers().values().stream()
            .flatMap(AccessLogs::enabled)
            .collect(Collectors.toSet());
    destinations.keySet().retainAll(enabled);
    losses.keySet().removeIf(log -> config.balancer(log.balancerArn()).isEmpty());
  }

  private static Stream<Log> enabled(BalancerConfig balancer) {
    return Stream.of(LogKind.values())
        .filter(kind -> kind.isEnabled(balancer))
        .map(kind -> new Log(kind, balancer.resource().loadBalancerArn()));
  }

  /** How many entries of the access log of this load balancer have been lost so far. */
  public long lost(String loadBalancerArn) {
    Losses ofLog = losses.get(new Log(LogKind.ACCESS, loadBalancerArn));
    return ofLog == null ? 0 : ofLog.sum();
  }

  /** Delivers what has been logged, the interval in progress included, and ends. */
  @Override
  public void close() {
    LogDelivery started;
    synchronized (this) {
      closed = true;
      interval.cancel();
      started = delivery;
    }
    if (started != null) {
      started.close();
    }
  }
}
