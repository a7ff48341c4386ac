package io.albspec.proxy.target;

import io.albspec.proxy.time.Time;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which targets of a group are in slow start mode, as one node sees it (guide: "Slow start mode").
 * Used by one thread at a time.
 */
final class SlowStart {

  private static final String ATTRIBUTE = "slow_start.duration_seconds";

  private final Time time;
  private final Runnable onExit;
  private final Map<Target, Long> since = new LinkedHashMap<>();
  private final Set<Target> exempt = new HashSet<>();
  private final SlowStartTurns.Account account = new SlowStartTurns.Account();
  private Duration duration = Duration.ZERO;
  private Time.Timer timer = () -> false;

  /**
   * Nobody is in it.
   *
   * @param onExit is run when its duration is over for a target
   */
  SlowStart(Time time, Runnable onExit) {
    this.time = time;
    this.onExit = onExit;
  }

  /** Takes over its duration; a change holds for those in it, from when they entered. */
  void configure(Map<String, String> attributes) {
    duration = Duration.ofSeconds(Long.parseLong(attributes.getOrDefault(ATTRIBUTE, "0")));
  }

  /**
   * These targets are registered now, and none else.
   *
   * @param before those that were
   */
  void registered(Collection<Target> targets, Collection<Target> before) {
    since.keySet().retainAll(targets);
    exempt.retainAll(targets);
    if (before.isEmpty()) {
      exempt.addAll(targets);
    }
  }

  /** A target has become healthy: it enters if one of the others can do without. */
  void becameHealthy(Target target, List<Target> healthyOthers) {
    boolean mayEnter = !exempt.remove(target) && !duration.isZero();
    if (mayEnter && !since.keySet().containsAll(healthyOthers)) {
      since.put(target, time.nanos());
    }
  }

  /** A target is not healthy: it is not in slow start either. */
  void exit(Target target) {
    since.remove(target);
  }

  /**
   * How to choose now.
   *
   * @param others chooses among the targets that are not in slow start
   */
  Algorithm over(List<Target> eligible, Algorithm others) {
    expire();
    Map<Target, Long> starting = new LinkedHashMap<>(since);
    starting.keySet().retainAll(new HashSet<>(eligible));
    if (starting.isEmpty()) {
      return others.over(eligible);
    }
    List<Target> full = eligible.stream().filter(target -> !starting.containsKey(target)).toList();
    return new SlowStartTurns(
        others.over(full),
        full.size(),
        new SlowStartTargets(starting),
        duration.toNanos(),
        account,
        time);
  }

  private void expire() {
    timer.cancel();
    long now = time.nanos();
    since.values().removeIf(start -> now - start >= duration.toNanos());
    since.values().stream()
        .min(Long::compare)
        .ifPresent(first -> timer = time.after(duration.minusNanos(now - first), onExit));
  }

  /** Nobody is in it any more. */
  void close() {
    timer.cancel();
    since.clear();
  }
}
