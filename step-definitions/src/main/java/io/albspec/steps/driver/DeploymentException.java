package io.albspec.steps.driver;

/** A system under test could not be started or reached. */
public final class DeploymentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what failed and why. */
  public DeploymentException(String message, Throwable cause) {
    super(message, cause);
  }
}
