package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.ApiException;

/** What HAProxy has no means for. */
final class Refusal {

  private static final String CODE = "OperationNotPermitted";

  private Refusal() {}

  /** A feature that is not supported, and why. */
  static ApiException unsupported(String feature, String why) {
    return new ApiException(CODE, "not supported by haproxy: %s, %s".formatted(feature, why));
  }

  /** A configuration that cannot be made live for a reason that lies outside of it. */
  static ApiException impossible(String message) {
    return new ApiException(CODE, message);
  }

  /** Refuses text that would be a line of its own in a message. */
  static void controlCharacters(String feature, String text) throws ApiException {
    if (text != null && text.chars().anyMatch(Character::isISOControl)) {
      throw unsupported(feature + " with control characters", "they would break the message");
    }
  }
}
