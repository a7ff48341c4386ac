package io.albspec.proxy.health;

import io.albspec.proxy.target.NodeTargets;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.target.TargetState;
import io.albspec.proxy.time.Time;
import io.albspec.proxy.worker.Worker;
import java.time.Duration;

/**
 * Checks one target from one node again and again, and keeps what came of it. Checks begin at fixed
 * intervals, however long answers take; the first at once, the second a little early, so that
 * targets which were registered together are not checked together for ever.
 */
final class TargetMonitor {

  /** The part of the first interval within which second checks are spread. */
  private static final double SPREAD = 0.1;

  /**
   * Checks begin at multiples of this many nanoseconds, and intervals are such multiples: checks of
   * many targets come in few bundles, and what they cost goes down with the number of bundles.
   */
  private static final long GRID = 20_000_000;

  private final NodeTargets node;
  private final Target target;
  private final CheckMeans means;
  private final Worker worker;
  private final Time time;
  private HealthCheckSettings settings;
  private HealthStatus status = HealthStatus.REGISTERING;
  private Time.Timer next = () -> false;
  private HealthCheck latest;
  private long due;
  private long since;
  private boolean stopped;

  TargetMonitor(NodeTargets node, Target target, HealthCheckSettings settings, CheckMeans means) {
    this.node = node;
    this.target = target;
    this.settings = settings;
    this.means = means;
    this.worker = means.worker();
    this.time = worker.time();
  }

  /**
   * Begins with the first check.
   *
   * @param phase how early the second check comes, from 0 (not at all) to 1
   */
  synchronized void start(double phase) {
    node.state(target, TargetState.INITIAL);
    since = time.nanos();
    due = time.nanos() - (long) (settings.interval().toNanos() * SPREAD * phase);
    due -= Math.floorMod(due, GRID);
    check();
  }

  /** The next checks go by other settings. */
  synchronized void settings(HealthCheckSettings changed) {
    Duration before = settings.interval();
    settings = changed;
    if (!stopped && !changed.interval().equals(before)) {
      next.cancel();
      due += changed.interval().minus(before).toNanos();
      arm();
    }
  }

  private synchronized void check() {
    if (stopped) {
      return;
    }
    HealthCheck check =
        new HealthCheck(
            means, target.source(), settings.address(target), settings, this::completed);
    latest = check;
    worker.execute(() -> begin(check));
    long now = time.nanos();
    long interval = settings.interval().toNanos();
    due = due + interval < now ? now + interval : due + interval;
    arm();
  }

  private void arm() {
    Duration delay = Duration.ofNanos(Math.max(0, due - time.nanos()));
    next = time.after(delay, this::check);
  }

  private void begin(HealthCheck check) {
    synchronized (this) {
      if (status.equals(HealthStatus.REGISTERING)) {
        status = HealthStatus.CHECKING;
      }
    }
    check.start();
  }

  private synchronized void completed(Outcome outcome) {
    if (stopped) {
      return;
    }
    TargetState before = status.state();
    status = status.after(outcome, settings);
    if (status.state() != before) {
      since = time.nanos();
      node.state(target, status.state());
    }
  }

  /** What the checks say up to now. */
  synchronized Observation observation() {
    return new Observation(status, since);
  }

  /** Ends; a check under way is given up. */
  synchronized void stop() {
    stopped = true;
    next.cancel();
    if (latest != null) {
      worker.execute(latest::expire);
    }
  }
}
