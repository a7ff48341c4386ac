package io.albspec.proxy.anomaly;

/**
 * How many requests there were, and how many of them failed.
 *
 * @param requests zero or more
 * @param errors at most as many
 */
public record ErrorCount(long requests, long errors) {

  /** No requests. */
  public static final ErrorCount NONE = new ErrorCount(0, 0);

  /** Both together. */
  public ErrorCount plus(ErrorCount other) {
    return new ErrorCount(requests + other.requests, errors + other.errors);
  }

  /** This without a part of it. */
  ErrorCount minus(ErrorCount part) {
    return new ErrorCount(requests - part.requests, errors - part.errors);
  }

  /** The requests that did not fail. */
  long successes() {
    return requests - errors;
  }

  /**
   * Whether requests fail here so much more often than there.
   *
   * @param points the least difference of both proportions of errors, from 0 to 1
   * @param oddsRatio the least ratio of both odds of an error, at least 1
   */
  boolean exceeds(ErrorCount peers, double points, double oddsRatio) {
    if (requests == 0 || peers.requests == 0) {
      return false;
    }
    double difference = (double) errors / requests - (double) peers.errors / peers.requests;
    return difference >= points
        && (double) errors * peers.successes() >= oddsRatio * peers.errors * successes();
  }
}
