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
  private final AtomicInteger next;

  /** Begins with the first target. */
  RoundRobin(List<Target> eligible) {
    this(eligible, 0);
  }

  private RoundRobin(List<Target> eligible, int first) {
    this.targets = eligible.toArray(Target[]::new);
    this.next = new AtomicInteger(first);
  }

  @Override
  public Target choose(Exchange exchange) {
    int count = targets.length;
    if (count == 0) {
      return null;
    }
    return targets[Integer.remainderUnsigned(next.getAndIncrement(), count)];
  }

  @Override
  public Algorithm over(List<Target> eligible) {
    if (Arrays.asList(targets).equals(eligible)) {
      return this;
    }
    return new RoundRobin(eligible, first(eligible));
  }

  private int first(List<Target> eligible) {
    int upcoming = next.get();
    for (int ahead = 0; ahead < targets.length; ahead++) {
      Target candidate = targets[Integer.remainderUnsigned(upcoming + ahead, targets.length)];
      int index = eligible.indexOf(candidate);
      if (index >= 0) {
        return index;
      }
    }
    return 0;
  }
}
