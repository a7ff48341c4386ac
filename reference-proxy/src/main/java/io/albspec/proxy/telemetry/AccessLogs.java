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

/**
 * The access logs of all load balancers (guide: "Access logs"): at least one file for each node and
 * five minutes with requests. Logging is best effort: entries that come faster than they can be
 * written are lost and counted. While no load balancer has logs enabled there is neither a thread
 * nor a file.
 */
public final class AccessLogs implements AccessLogSource, AutoCloseable {

  private static final int INTERVAL_SECONDS = 300;
  private static final int MOST_WAITING = 8192;
  private static final int MOST_LARGE_BYTES = 32 * 1024 * 1024;
  private static final long MOST_FILE_BYTES = 64L * 1024 * 1024;
  private static final String ENABLED = "access_logs.s3.enabled";

  private final LogBuckets buckets;
  private final Drafts drafts;
  private final Time time;
  private final RandomGenerator random;
  private final Map<String, Destination> destinations = new ConcurrentHashMap<>();
  private final Map<String, Losses> losses = new ConcurrentHashMap<>();
  private LogDelivery delivery;
  private Time.Timer interval = () -> false;
  private boolean closed;

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
    if (!isEnabled(balancer)) {
      return AccessLog.NONE;
    }
    LogPlace place = LogPlace.of(balancer);
    String arn = balancer.resource().loadBalancerArn();
    Destination destination = destinations.get(arn);
    if (destination == null || !destination.place().equals(place)) {
      writeTestFile(place);
      Losses ofBalancer = losses.computeIfAbsent(arn, key -> new Losses(place.balancer()));
      destination = new Destination(place, ofBalancer);
      destinations.put(arn, destination);
    }
    return new BalancerLog(destination, start(), time);
  }

  private static boolean isEnabled(BalancerConfig balancer) {
    return Boolean.parseBoolean(balancer.attributes().get(ENABLED));
  }

  private void writeTestFile(LogPlace place) throws ApiException {
    String content = "Enable AccessLog for ELB: %s at %s".formatted(place.balancer(), time.now());
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
    Set<String> enabled =
        config.balancers().values().stream()
            .filter(AccessLogs::isEnabled)
            .map(balancer -> balancer.resource().loadBalancerArn())
            .collect(Collectors.toSet());
    destinations.keySet().retainAll(enabled);
    losses.keySet().retainAll(config.balancers().keySet());
  }

  /** How many entries of this load balancer have been lost so far, as long as it exists. */
  public long lost(String loadBalancerArn) {
    Losses ofBalancer = losses.get(loadBalancerArn);
    return ofBalancer == null ? 0 : ofBalancer.sum();
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
