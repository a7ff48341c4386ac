package io.albspec.load.accounting;

import io.albspec.load.traffic.Phase;

/**
 * The time in which a fault may have been in force, its coming and going included.
 *
 * @param phase the phase with that fault
 * @param from on the clients' monotonic clock, in nanoseconds
 * @param to on the clients' monotonic clock, in nanoseconds
 */
public record FaultWindow(Phase phase, long from, long to) {

  /** Whether any part of that time lies in it. */
  boolean touches(long begin, long end) {
    return begin <= to && end >= from;
  }
}
