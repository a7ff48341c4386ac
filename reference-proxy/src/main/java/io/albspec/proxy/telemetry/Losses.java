package io.albspec.proxy.telemetry;

import java.util.concurrent.atomic.LongAdder;

/** How many entries of one log of a load balancer were lost. */
final class Losses {

  private final String log;
  private final LongAdder count = new LongAdder();
  private long told;

  /** None yet. */
  Losses(String log) {
    this.log = log;
  }

  /** Which log of which load balancer. */
  String log() {
    return log;
  }

  /** So many more are lost; from any thread. */
  void add(long entries) {
    count.add(entries);
  }

  /** How many so far. */
  long sum() {
    return count.sum();
  }

  /** How many since this was asked last; for one thread. */
  long untold() {
    long sum = count.sum();
    long more = sum - told;
    told = sum;
    return more;
  }
}
