package io.albspec.proxy.anomaly;

import java.time.Duration;
import java.util.Collection;

/**
 * Finds the targets of a group whose requests fail significantly more often than those of the
 * others together (guide: "Anomaly detection"). Used by one thread at a time.
 */
public final class AnomalyDetector {

  /** How often it has a look. */
  public static final Duration PERIOD = Duration.ofSeconds(5);

  /** With fewer healthy targets there is nothing to compare. */
  public static final int LEAST_TARGETS = 3;

  /**
   * How probable it is, at one look at a group whose targets differ no more than is tolerated, that
   * any of them is taken for anomalous.
   */
  static final double FALSE_ALARM = 1e-5;

  private final Window all = new Window();

  /** A detector that has not looked yet. */
  public AnomalyDetector() {}

  /** A period is over: looks at these targets, all those of the group that are healthy. */
  public void look(Collection<Watch> watches) {
    ErrorCount period = ErrorCount.NONE;
    for (Watch watch : watches) {
      period = period.plus(watch.count());
    }
    all.add(period);
    for (Watch watch : watches) {
      watch.judge(all, FALSE_ALARM / watches.size());
    }
  }
}
