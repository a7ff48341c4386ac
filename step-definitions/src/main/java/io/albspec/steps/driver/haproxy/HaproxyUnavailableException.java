package io.albspec.steps.driver.haproxy;

/** There is no HAProxy to run; the message says what was looked for and how to get it. */
public final class HaproxyUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  HaproxyUnavailableException(String message) {
    super(message);
  }
}
