package io.albspec.steps.verdict;

/** The scenario could not be set up: neither passed nor failed. */
public final class SetupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what could not be done, and what the system under test answered. */
  public SetupException(String message) {
    super(message);
  }

  /** Says what could not be done, and why. */
  public SetupException(String message, Throwable cause) {
    super(message, cause);
  }
}
