package io.albspec.proxy.api;

import io.albspec.proxy.control.ApiException;
import java.util.Map;

/** How services that speak JSON call the errors that all services have. */
final class ShiftErrors {

  private static final Map<String, String> TYPES =
      Map.of(
          "MissingAuthenticationToken", "MissingAuthenticationTokenException",
          "IncompleteSignature", "IncompleteSignatureException",
          "InvalidClientTokenId", "UnrecognizedClientException",
          "SignatureDoesNotMatch", "InvalidSignatureException",
          "RequestExpired", "ExpiredTokenException",
          "InternalFailure", "InternalServerException",
          "ServiceUnavailable", "ServiceUnavailableException",
          "RequestEntityTooLarge", "RequestEntityTooLargeException");

  private ShiftErrors() {}

  static String type(ApiException refusal) {
    return TYPES.getOrDefault(refusal.code(), refusal.code());
  }
}
