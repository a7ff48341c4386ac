package io.albspec.reports.evidence;

import java.util.Optional;

/**
 * One step as it ran.
 *
 * @param position what part of the scenario it belongs to
 * @param text as written; empty for a hook
 * @param status as Cucumber saw it
 * @param thrown what ended it, if something was thrown
 */
public record StepRun(Position position, String text, Status status, Optional<Thrown> thrown) {

  /** Parts of a scenario; And, But and * belong to the part before them. */
  public enum Position {
    BEFORE,
    GIVEN,
    WHEN,
    THEN,
    AFTER
  }

  /** Outcomes of a step. */
  public enum Status {
    PASSED,
    FAILED,
    SKIPPED,
    PENDING,
    UNDEFINED,
    AMBIGUOUS,
    UNKNOWN
  }

  /**
   * A throwable.
   *
   * @param type name of its class
   * @param message may be empty, may have many lines
   */
  public record Thrown(String type, String message) {}
}
