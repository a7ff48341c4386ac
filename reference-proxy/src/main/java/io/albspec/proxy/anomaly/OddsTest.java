package io.albspec.proxy.anomaly;

/**
 * The exact conditional test whether requests to one target fail with higher odds than those to its
 * peers, in the presence of a ratio of odds that is tolerated (Fisher's exact test, if that is 1).
 *
 * <p>If the odds of the target were that many times those of its peers, how many of all errors are
 * the target's would follow Fisher's noncentral hypergeometric distribution, whatever the odds
 * themselves. This holds for any number of requests, however small.
 */
final class OddsTest {

  /** What further terms of a sum are too small to change. */
  private static final double NEGLIGIBLE = 1e-17;

  private OddsTest() {}

  /**
   * Whether at least as many errors as the target's are that improbable.
   *
   * @param tolerated the ratio of odds
   * @param probability the significance level
   */
  static boolean isSignificant(
      ErrorCount target, ErrorCount peers, double tolerated, double probability) {
    return target.exceeds(peers, 0, tolerated)
        && tail(target, peers, tolerated, probability) <= probability;
  }

  /**
   * The probability of so many errors or more, where the target has more than is to be expected.
   *
   * @param floor what is less need not be told exactly
   */
  static double tail(ErrorCount target, ErrorCount peers, double tolerated, double floor) {
    double up = 1;
    long errors = target.errors() + peers.errors();
    double term = 1;
    for (long k = target.errors(); term > NEGLIGIBLE * up; k++) {
      term *= growth(k, target.requests(), errors, peers.requests(), tolerated);
      up += term;
    }
    double down = 0;
    term = 1;
    double largest = up * (1 / floor + 1);
    for (long k = target.errors(); term > NEGLIGIBLE * down && down < largest; k--) {
      term /= growth(k - 1, target.requests(), errors, peers.requests(), tolerated);
      down += term;
    }
    return up / (up + down);
  }

  /** How much more probable k + 1 errors of the target are than k; zero if there cannot be more. */
  private static double growth(
      long k, long requests, long errors, long peerRequests, double tolerated) {
    double rest = peerRequests - errors + k + 1.0;
    return tolerated * (requests - k) * (errors - k) / ((k + 1) * rest);
  }
}
