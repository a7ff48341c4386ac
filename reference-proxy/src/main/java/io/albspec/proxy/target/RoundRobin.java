package io.albspec.proxy.target;

import io.albspec.proxy.exchange.Exchange;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One target after the other, even to the request (guide: "Round robin").
 *
 * <p>The targets never change; their successor begins behind the target that was chosen last, so
 * that a change of health neither skips a target nor favours one.
 */
final class RoundRobin implements Algorithm {

  private final Target[] targets;
  private final int first;
  private final Target chosenBefore;
  private final AtomicInteger next;

  /** Begins with the first target. */
  RoundRobin(List<Target> eligible) {
    this(eligible, 0, null);
  }

  private RoundRobin(List<Target> eligible, int first, Target chosenBefore) {
    this.targets = eligible.toArray(Target[]::new);
    this.first = first;
    this.chosenBefore = chosenBefore;
    this.next = new AtomicInteger(first);
  }

  @Override
  public Target choose(Exchange exchange) {
    if (targets.length == 0) {
      return null;
    }
    return targets[index(next.getAndIncrement())];
  }

  @Override
  public Algorithm over(List<Target> eligible) {
    if (Arrays.asList(targets).equals(eligible)) {
      return this;
    }
    int upcoming = next.get();
    Target last = upcoming == first ? chosenBefore : targets[index(upcoming - 1)];
    int at = last == null ? -1 : eligible.indexOf(last);
    int begin = at < 0 ? first(eligible, upcoming) : (at + 1) % eligible.size();
    return new RoundRobin(eligible, begin, last);
  }

  private int index(int turn) {
    return Integer.remainderUnsigned(turn, targets.length);
  }

  /** The first whose turn would have come; for when the last is among them no more. */
  private int first(List<Target> eligible, int upcoming) {
    for (int ahead = 0; ahead < targets.length; ahead++) {
      int at = eligible.indexOf(targets[index(upcoming + ahead)]);
      if (at >= 0) {
        return at;
      }
    }
    return 0;
  }
}
