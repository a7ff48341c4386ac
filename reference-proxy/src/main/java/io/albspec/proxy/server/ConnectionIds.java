package io.albspec.proxy.server;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that look random and never repeat within a process: a counter, mixed so that different counts
 * stay different (the mix of SplittableRandom, by G. Steele and others).
 */
final class ConnectionIds {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final AtomicLong count;

  ConnectionIds(long seed) {
    count = new AtomicLong(seed);
  }

  long next() {
    long z = count.getAndAdd(GOLDEN_GAMMA);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
