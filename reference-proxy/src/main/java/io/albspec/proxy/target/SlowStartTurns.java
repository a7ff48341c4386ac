package io.albspec.proxy.target;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.time.Time;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Chooses while some targets are in slow start mode (guide: "Slow start mode"): the share of each
 * of those in all requests grows linearly from nothing to an even one, and the others take turns as
 * usual.
 *
 * <p>Each request adds the part of all requests that is due to the targets in slow start to an
 * account; whenever that passes a whole number the request is theirs. Which of them gets it, the
 * multiples of the golden ratio say, which spread evenly over any division of a line.
 */
final class SlowStartTurns implements Algorithm {

  private static final int FRACTION_BITS = 32;
  private static final double WHOLE = 1L << FRACTION_BITS;

  /** The golden ratio's fractional part, times 2^64. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private static final int UNUSED_BITS = 11;
  private static final double UNIT = 0x1p-53;

  /** What outlives changes of who is in slow start. */
  static final class Account {

    private final AtomicLong due = new AtomicLong();
    private final AtomicLong given = new AtomicLong();

    /** Whether a request is for a target in slow start, if that part of all requests is. */
    private boolean isDue(double part) {
      long step = (long) (part * WHOLE);
      long before = due.getAndAdd(step);
      return (before + step) >>> FRACTION_BITS != before >>> FRACTION_BITS;
    }

    /** A place between 0 and 1, far from those before. */
    private double place() {
      return ((given.getAndIncrement() * GOLDEN) >>> UNUSED_BITS) * UNIT;
    }
  }

  private final Algorithm others;
  private final int othersCount;
  private final double whole;
  private final SlowStartTargets starting;
  private final Account account;
  private final Time time;

  /**
   * Begins to choose.
   *
   * @param others chooses among the targets that are not in slow start
   * @param count how many they are
   * @param duration of slow start in nanoseconds
   */
  SlowStartTurns(
      Algorithm others,
      int count,
      SlowStartTargets starting,
      long duration,
      Account account,
      Time time) {
    this.others = others;
    this.othersCount = count;
    this.whole = (double) duration * (count + starting.size());
    this.starting = starting;
    this.account = account;
    this.time = time;
  }

  @Override
  public Target choose(Exchange exchange) {
    long now = time.nanos();
    if (othersCount == 0 || account.isDue(Math.max(0, starting.warmth(now)) / whole)) {
      return starting.at(account.place(), now);
    }
    return others.choose(exchange);
  }

  @Override
  public Algorithm over(List<Target> eligible) {
    return others.over(eligible);
  }
}
