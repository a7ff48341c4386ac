package io.albspec.proxy.anomaly;

import java.time.Duration;
import java.util.Map;

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

  /**
   * A period is over: looks at all targets of the group that are healthy.
   *
   * @param counted what each of them counted in it
   */
  public void look(Map<Watch, ErrorCount> counted) {
    counted.forEach(Watch::count);
    all.add(counted.values().stream().reduce(ErrorCount.NONE, ErrorCount::plus));
    for (Watch watch : counted.keySet()) {
      watch.judge(all, FALSE_ALARM / counted.size());
    }
  }
}
