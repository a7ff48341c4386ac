package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import io.albspec.proxy.time.BackgroundThread;
import io.albspec.proxy.time.Time;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends deregistrations when their delay has elapsed. The timers of {@link Time} must not block, so
 * what they set off is done by a thread of its own.
 */
final class Draining implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

  /** How long a change that has begun may take to end. */
  private static final Duration CLOSE = Duration.ofSeconds(30);

  private final Configuration configuration;
  private final Time time;
  private final BackgroundThread worker = new BackgroundThread("albspec-draining");

  Draining(Configuration configuration, Time time) {
    this.configuration = configuration;
    this.time = time;
  }

  /** Takes up the deregistrations that a configuration came with. */
  void resume(Config config) {
    Instant now = time.now();
    for (TargetGroupConfig group : config.targetGroups().values()) {
      group.targets().stream()
          .flatMap(target -> target.drainedAt().stream())
          .distinct()
          .forEach(end -> endAfter(group.arn(), Duration.between(now, end)));
    }
  }

  /** Removes what has drained from a group, after a while. */
  void endAfter(String group, Duration delay) {
    Duration wait = delay.isNegative() ? Duration.ZERO : delay;
    time.after(wait, () -> worker.execute(() -> end(group)));
  }

  private void end(String arn) {
    try {
      configuration.change(config -> new Changed<>(without(config, arn), Boolean.TRUE));
    } catch (ApiException | UncheckedIOException refusal) {
      LOG.warn(
          "targets that have drained from {} stay in the configuration: {}",
          arn,
          refusal.getMessage());
    }
  }

  private Config without(Config config, String arn) {
    TargetGroupConfig group = config.targetGroups().get(arn);
    if (group == null) {
      return config;
    }
    Instant now = time.now();
    List<TargetConfig> staying =
        group.targets().stream().filter(target -> !drained(target, now)).toList();
    return staying.size() == group.targets().size()
        ? config
        : config.with(group.withTargets(staying));
  }

  /** Whether a target's deregistration is complete at that moment. */
  static boolean drained(TargetConfig target, Instant now) {
    return target.drainedAt().filter(end -> !end.isAfter(now)).isPresent();
  }

  /** Lets a change that has begun end, and begins no other. */
  @Override
  public void close() {
    worker.close();
    try {
      if (!worker.awaitEnd(CLOSE)) {
        LOG.warn("a deregistration is still being ended after {} s", CLOSE.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
