package io.albspec.steps.verdict;

import org.opentest4j.TestAbortedException;

/** The environment of the run lacks something the scenario needs. */
public final class NotRunException extends TestAbortedException {

  private static final long serialVersionUID = 1L;

  private final String ability;

  /** Names the missing ability and says why it is missing. */
  public NotRunException(String ability, String reason) {
    super("not run, " + ability + " is missing: " + reason);
    this.ability = ability;
  }

  /** What the environment lacks. */
  public String ability() {
    return ability;
  }
}
