package io.albspec.proxy.anomaly;

import java.util.Arrays;

/** What has been counted in the last twelve periods, a minute. */
final class Window {

  /** How many periods it remembers. */
  static final int PERIODS = 12;

  private final ErrorCount[] periods = new ErrorCount[PERIODS];
  private int newest;

  Window() {
    Arrays.fill(periods, ErrorCount.NONE);
  }

  /** One more period; the oldest is forgotten. */
  void add(ErrorCount period) {
    newest = (newest + 1) % PERIODS;
    periods[newest] = period;
  }

  /** The newest so many periods together. */
  ErrorCount sum(int count) {
    ErrorCount sum = ErrorCount.NONE;
    for (int age = 0; age < Math.min(count, PERIODS); age++) {
      sum = sum.plus(periods[(newest - age + PERIODS) % PERIODS]);
    }
    return sum;
  }
}
