package io.albspec.steps.clock;

import java.time.Duration;

/** The moment at which a scenario counts as stuck. */
@FunctionalInterface
public interface Deadline {

  /** Puts it off by a wait that is meant to be. */
  void extend(Duration real);
}
