package io.albspec.proxy.anomaly;

import java.util.Collection;

/**
 * How much traffic anomalous targets are left with (guide: "Anomaly mitigation"). Their weight is
 * halved every period, down to the least that is needed; that of targets which are normal again
 * grows by a tenth of the full one.
 */
public final class Mitigation {

  /** The weight of a target that is not spared. */
  static final double PARITY = 1;

  private static final double STEP = 0.1;
  private static final double LEAST = 0.01;
  private static final double MOST = 0.25;

  private Mitigation() {}

  /** Sets the weights for the next period, after the detector has had a look. */
  public static void adjust(Collection<Watch> watches) {
    double least = least(watches);
    for (Watch watch : watches) {
      watch.weight(
          watch.isAnomalous()
              ? Math.max(least, watch.weight() / 2)
              : Math.min(PARITY, watch.weight() + STEP));
    }
  }

  /** All targets get their full share. */
  public static void end(Collection<Watch> watches) {
    watches.forEach(watch -> watch.weight(PARITY));
  }

  /**
   * The least weight: one with which an anomalous target gets as many requests a minute as show
   * that it has become normal, and no other target gets more than twice its even share.
   */
  private static double least(Collection<Watch> watches) {
    long anomalous = watches.stream().filter(Watch::isAnomalous).count();
    long normal = watches.size() - anomalous;
    if (anomalous == 0 || normal == 0) {
      return PARITY;
    }
    long requests =
        watches.stream()
            .filter(watch -> !watch.isAnomalous())
            .mapToLong(watch -> watch.lastMinute().requests())
            .sum();
    double seen = Math.min(MOST, (double) Probation.REQUESTS * normal / requests);
    double bearable = (watches.size() / 2.0 - normal) / anomalous;
    return Math.max(LEAST, Math.max(seen, bearable));
  }
}
