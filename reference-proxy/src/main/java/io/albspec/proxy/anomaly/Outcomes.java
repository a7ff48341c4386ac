package io.albspec.proxy.anomaly;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * Counts how requests to one target end, until somebody takes the count. Any number of threads
 * count, without a lock and without allocating: both numbers share one word.
 */
public final class Outcomes {

  private static final AtomicLongFieldUpdater<Outcomes> WORD =
      AtomicLongFieldUpdater.newUpdater(Outcomes.class, "word");

  private static final int ERROR_SHIFT = 32;
  private static final long REQUEST = 1;
  private static final long ERROR = REQUEST | 1L << ERROR_SHIFT;
  private static final long REQUESTS_MASK = (1L << ERROR_SHIFT) - 1;

  private volatile long word;

  /** Nothing counted yet. */
  public Outcomes() {}

  /** A request has ended without an error. */
  public void success() {
    WORD.getAndAdd(this, REQUEST);
  }

  /** A request has ended in an HTTP 5xx, or the connection to the target failed. */
  public void error() {
    WORD.getAndAdd(this, ERROR);
  }

  /** What has been counted since the last time; counting begins again at zero. */
  public ErrorCount take() {
    if (word == 0) {
      return ErrorCount.NONE;
    }
    long taken = WORD.getAndSet(this, 0);
    return new ErrorCount(taken & REQUESTS_MASK, taken >>> ERROR_SHIFT);
  }
}
