package io.albspec.proxy.anomaly;

/**
 * What is known of one target beside its health: whether it is anomalous, and the share of traffic
 * that it is left with. Changed by one thread at a time, read by any.
 */
public final class Watch {

  /** In the newest so many periods it must still deviate. */
  private static final int RECENT = 3;

  private static final double POINTS = 0.02;
  private static final double ODDS_RATIO = 2;

  private final Window window = new Window();
  private int age;
  private Probation probation;
  private volatile boolean anomalous;
  private volatile double weight = Mitigation.PARITY;

  /** A target that counts as normal until more is known. */
  public Watch() {}

  /** Whether requests to it fail significantly more often than those to its peers. */
  public boolean isAnomalous() {
    return anomalous;
  }

  /** Its share of traffic relative to that of other targets, above 0; 1 unless it is spared. */
  public double weight() {
    return weight;
  }

  /** Whether it gets less traffic than others. */
  public boolean isSpared() {
    return weight < Mitigation.PARITY;
  }

  void weight(double next) {
    weight = next;
  }

  /** A period is over. */
  void count(ErrorCount period) {
    window.add(period);
    age++;
  }

  ErrorCount lastMinute() {
    return window.sum(Window.PERIODS);
  }

  /**
   * Draws the conclusion from the last period.
   *
   * @param all what the whole group counted
   * @param level how probable it may be to take a normal target for an anomalous one
   */
  void judge(Window all, double level) {
    if (!anomalous) {
      if (deviates(all, level)) {
        anomalous = true;
        probation = new Probation();
      }
    } else if (probation.isPassedAfter(window.sum(1), peers(all, 1))) {
      anomalous = false;
      age = 0;
    }
  }

  private boolean deviates(Window all, double level) {
    int recent = Math.min(age, RECENT);
    return window.sum(recent).exceeds(peers(all, recent), POINTS, ODDS_RATIO)
        && (isSignificant(all, recent, level / 2) || isSignificant(all, age, level / 2));
  }

  private boolean isSignificant(Window all, int periods, double level) {
    return OddsTest.isSignificant(window.sum(periods), peers(all, periods), ODDS_RATIO, level);
  }

  private ErrorCount peers(Window all, int periods) {
    return all.sum(periods).minus(window.sum(periods));
  }
}
