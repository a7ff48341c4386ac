package io.albspec.proxy.anomaly;

/**
 * Looks whether an anomalous target has become normal. It must stay close to its peers for some
 * time and some requests, so that one that is spared, and gets few, is not taken for normal by
 * chance; the bounds are closer than those that made it anomalous.
 */
final class Probation {

  /** So many requests are looked at. */
  static final int REQUESTS = 20;

  private static final int LEAST_PERIODS = 3;

  /** After five minutes fewer requests must do. */
  private static final int MOST_PERIODS = 60;

  private static final double POINTS = 0.01;
  private static final double ODDS_RATIO = 1.5;

  private ErrorCount own = ErrorCount.NONE;
  private ErrorCount peers = ErrorCount.NONE;
  private int periods;

  /**
   * Whether that makes it a normal target. If not it may begin anew.
   *
   * @param target one more period of the target
   * @param others the same of its peers
   */
  boolean isPassedAfter(ErrorCount target, ErrorCount others) {
    own = own.plus(target);
    peers = peers.plus(others);
    periods++;
    boolean enough = periods >= LEAST_PERIODS && own.requests() >= REQUESTS;
    if (!enough && periods < MOST_PERIODS) {
      return false;
    }
    boolean passed = !own.exceeds(peers, POINTS, ODDS_RATIO);
    own = ErrorCount.NONE;
    peers = ErrorCount.NONE;
    periods = 0;
    return passed;
  }
}
