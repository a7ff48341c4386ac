package io.albspec.proxy.target;

import io.albspec.proxy.exchange.Exchange;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The target with the fewest requests in progress (guide: "Least outstanding requests"); of several
 * the one whose last request began first, so that idle targets take turns.
 *
 * <p>The targets are the leaves of a tournament: each inner node holds the better one of the two
 * below it, and the root the best of all. When a request begins or ends, the nodes above its target
 * are played again. Threads that play the same node at the same time may each see half of what the
 * other does, so everyone plays until nothing changes any more.
 */
final class LeastOutstanding implements Algorithm, Target.LoadObserver {

  private static final int TURN_BITS = 40;
  private static final long TURN_MASK = (1L << TURN_BITS) - 1;
  private static final int NOBODY = -1;
  private static final int ROOT = 1;

  private final Target[] targets;
  private final int leaves;

  /** For each target its requests, and below them the turn of its last one. */
  private final AtomicLongArray keys;

  private final AtomicIntegerArray winners;
  private final AtomicLong turns = new AtomicLong();

  /** Watches these targets from now on. */
  LeastOutstanding(List<Target> eligible) {
    targets = eligible.toArray(Target[]::new);
    leaves = Math.max(2, Integer.highestOneBit(Math.max(1, targets.length - 1)) * 2);
    keys = new AtomicLongArray(targets.length);
    winners = new AtomicIntegerArray(leaves);
    for (int node = 0; node < leaves; node++) {
      winners.set(node, NOBODY);
    }
    for (int slot = 0; slot < targets.length; slot++) {
      keys.set(slot, turns.getAndIncrement());
      targets[slot].observe(this, slot);
      play(slot);
    }
  }

  @Override
  public Target choose(Exchange exchange) {
    int best = winners.get(ROOT);
    return best == NOBODY ? null : targets[best];
  }

  @Override
  public Algorithm over(List<Target> eligible) {
    return Arrays.asList(targets).equals(eligible) ? this : new LeastOutstanding(eligible);
  }

  @Override
  public void requestBegan(int slot) {
    long turn = turns.getAndIncrement() & TURN_MASK;
    keys.set(slot, key(slot, turn));
    play(slot);
  }

  @Override
  public void requestEnded(int slot) {
    play(slot);
  }

  private long key(int slot, long turn) {
    return (long) targets[slot].outstandingRequests() << TURN_BITS | turn;
  }

  private void play(int slot) {
    boolean changed = true;
    while (changed) {
      changed = playOnce(slot);
      VarHandle.fullFence();
    }
  }

  private boolean playOnce(int slot) {
    long key = key(slot, keys.get(slot) & TURN_MASK);
    boolean changed = key != keys.get(slot);
    if (changed) {
      keys.setRelease(slot, key);
    }
    for (int node = (leaves + slot) / 2; node >= ROOT; node /= 2) {
      int winner = better(winner(2 * node), winner(2 * node + 1));
      if (winners.getAcquire(node) != winner) {
        winners.setRelease(node, winner);
        changed = true;
      }
    }
    return changed;
  }

  private int winner(int node) {
    if (node < leaves) {
      return winners.getAcquire(node);
    }
    int slot = node - leaves;
    return slot < targets.length ? slot : NOBODY;
  }

  private int better(int one, int other) {
    if (one == NOBODY || other == NOBODY) {
      return Math.max(one, other);
    }
    return keys.getAcquire(one) <= keys.getAcquire(other) ? one : other;
  }
}
