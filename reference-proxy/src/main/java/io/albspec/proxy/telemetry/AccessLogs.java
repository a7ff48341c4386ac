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
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The access logs of all load balancers (guide: "Access logs"): one file for each node and five
 * minutes with requests, below {@code s3/<bucket>} of the data folder. Logging is best effort:
 * entries that come faster than they can be written are lost and counted.
 */
public final class AccessLogs implements AccessLogSource, AutoCloseable {

  private static final int INTERVAL_SECONDS = 300;
  private static final int MOST_WAITING = 8192;
  private static final String ENABLED = "access_logs.s3.enabled";

  private final Path buckets;
  private final Time time;
  private final EntryRing ring = new EntryRing(MOST_WAITING);
  private final LongAdder lost = new LongAdder();
  private final LogDelivery delivery;
  private final Map<String, LogPlace> places = new ConcurrentHashMap<>();
  private Time.Timer interval = () -> false;
  private boolean closed;

  /**
   * Logs nothing yet.
   *
   * @param dataDir the folder of everything the balancer keeps
   * @param random for the names of files
   */
  public AccessLogs(Path dataDir, Time time, RandomGenerator random) {
    this.buckets = dataDir.resolve("s3");
    this.time = time;
    this.delivery = new LogDelivery(ring, dataDir.resolve("access-log-drafts"), random, lost);
    awaitIntervalEnd(intervalEnd(time.now().getEpochSecond()));
  }

  /** The end of the interval that this second of the epoch is in. */
  static long intervalEnd(long second) {
    return Math.floorDiv(second, INTERVAL_SECONDS) * INTERVAL_SECONDS + INTERVAL_SECONDS;
  }

  private synchronized void awaitIntervalEnd(long second) {
    if (!closed) {
      Duration rest = Duration.between(time.now(), Instant.ofEpochSecond(second));
      interval = time.after(rest.isNegative() ? Duration.ZERO : rest, () -> intervalEnded(second));
    }
  }

  private void intervalEnded(long second) {
    delivery.intervalEnded(second);
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
    LogPlace place = LogPlace.of(balancer, buckets);
    String arn = balancer.resource().loadBalancerArn();
    if (!place.equals(places.get(arn))) {
      writeTestFile(place, balancer.attributes().get("access_logs.s3.bucket"));
      places.put(arn, place);
    }
    return new BalancerLog(place, ring, delivery, lost, time);
  }

  private static boolean isEnabled(BalancerConfig balancer) {
    return Boolean.parseBoolean(balancer.attributes().get(ENABLED));
  }

  private void writeTestFile(LogPlace place, String bucket) throws ApiException {
    String content = "Enable AccessLog for ELB: %s at %s".formatted(place.balancer(), time.now());
    try {
      Files.createDirectories(place.folder());
      Files.writeString(place.testFile(), content);
    } catch (IOException e) {
      throw new ApiException(
          "InvalidConfigurationRequest",
          "Access Denied for bucket: %s. Please check S3bucket permission".formatted(bucket));
    }
  }

  /** Forgets the places that are no longer named; what was logged there is still delivered. */
  public void update(Config config) {
    Set<String> enabled =
        config.balancers().values().stream()
            .filter(AccessLogs::isEnabled)
            .map(balancer -> balancer.resource().loadBalancerArn())
            .collect(Collectors.toSet());
    places.keySet().retainAll(enabled);
  }

  /** How many entries have been lost so far. */
  public long lost() {
    return lost.sum();
  }

  /** Delivers what has been logged, the interval in progress included, and ends. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      interval.cancel();
    }
    delivery.close();
  }
}
