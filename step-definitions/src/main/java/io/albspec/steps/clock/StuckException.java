package io.albspec.steps.clock;

/** A scenario that ran out of time: a fault of the run, not a verdict on the system under test. */
public final class StuckException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what it was doing. */
  public StuckException(String message, Throwable cause) {
    super(message, cause);
  }
}
