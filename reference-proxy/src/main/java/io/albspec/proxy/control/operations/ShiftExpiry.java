package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ZonalShift;
import io.albspec.proxy.control.operations.Configuration.Changed;
import io.albspec.proxy.time.BackgroundThread;
import io.albspec.proxy.time.Time;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends zonal shifts whose time has come. */
final class ShiftExpiry implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ShiftExpiry.class);

  /** How long a change that has begun may take to end. */
  private static final Duration CLOSE = Duration.ofSeconds(30);

  private final Configuration configuration;
  private final Time time;
  private final BackgroundThread worker = new BackgroundThread("albspec-zonal-shifts");

  ShiftExpiry(Configuration configuration, Time time) {
    this.configuration = configuration;
    this.time = time;
  }

  /** Takes up the shifts that a configuration came with. */
  void resume(Config config) {
    config.balancers().values().forEach(each -> each.shifts().forEach(this::expect));
  }

  /** Ends a shift when its time has come, unless it is updated or cancelled until then. */
  void expect(ZonalShift shift) {
    if (shift.isActive()) {
      Duration wait = Duration.between(time.now(), shift.expiry());
      time.after(
          wait.isNegative() ? Duration.ZERO : wait, () -> worker.execute(this::endWhatHasExpired));
    }
  }

  private void endWhatHasExpired() {
    try {
      configuration.change(config -> new Changed<>(at(config, time.now()), Boolean.TRUE));
    } catch (ApiException | UncheckedIOException refusal) {
      LOG.warn("a zonal shift that has expired is not ended: {}", refusal.getMessage());
    }
  }

  private static Config at(Config config, Instant now) {
    Config changed = config;
    for (BalancerConfig balancer : config.balancers().values()) {
      List<ZonalShift> shifts = balancer.shifts().stream().map(each -> each.at(now)).toList();
      if (!shifts.equals(balancer.shifts())) {
        changed = changed.with(balancer.withShifts(shifts));
      }
    }
    return changed;
  }

  /** Lets a change that has begun end, and begins no other. */
  @Override
  public void close() {
    worker.close();
    try {
      if (!worker.awaitEnd(CLOSE)) {
        LOG.warn("a zonal shift is still being ended after {} s", CLOSE.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
