package io.albspec.steps.verdict;

import org.opentest4j.TestAbortedException;

/** The system under test has no means for what the scenario needs. */
public final class UnsupportedException extends TestAbortedException {

  private static final long serialVersionUID = 1L;

  /** Gives the reason, as its driver states it. */
  public UnsupportedException(String reason) {
    super("unsupported: " + reason);
  }
}
