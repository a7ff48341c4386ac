package io.albspec.proxy.api.signature;

import io.albspec.proxy.control.ApiException;

/** What becomes of requests whose signature is missing or wrong. */
final class Refusals {

  private static final int FORBIDDEN = 403;

  private Refusals() {}

  static ApiException missing() {
    return new ApiException(
        FORBIDDEN, "MissingAuthenticationToken", "Request is missing Authentication Token");
  }

  static ApiException incomplete(String message) {
    return new ApiException("IncompleteSignature", message);
  }

  static ApiException unknownCaller() {
    return new ApiException(
        FORBIDDEN,
        "InvalidClientTokenId",
        "The security token included in the request is invalid.");
  }

  static ApiException wrong(String message) {
    return new ApiException(FORBIDDEN, "SignatureDoesNotMatch", message);
  }

  static ApiException expired() {
    return new ApiException("RequestExpired", "Request has expired.");
  }
}
