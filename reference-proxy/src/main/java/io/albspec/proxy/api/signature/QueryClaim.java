package io.albspec.proxy.api.signature;

import io.albspec.proxy.control.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The claim in the query of a presigned URL. */
final class QueryClaim {

  /** The parameter that is not signed itself. */
  static final String SIGNATURE = "X-Amz-Signature";

  private static final String ALGORITHM = "X-Amz-Algorithm";
  private static final String CREDENTIAL = "X-Amz-Credential";
  private static final String DATE = "X-Amz-Date";
  private static final String EXPIRES = "X-Amz-Expires";
  private static final String SIGNED_HEADERS = "X-Amz-SignedHeaders";
  private static final int MOST_SECONDS = 604_800;

  private QueryClaim() {}

  /** Whether there is one. */
  static boolean isIn(Map<String, String> query) {
    return query.containsKey(ALGORITHM) || query.containsKey(SIGNATURE);
  }

  /**
   * What the query says.
   *
   * @throws ApiException if it does not say everything
   */
  static Claim of(Map<String, String> query) throws ApiException {
    for (String name : List.of(ALGORITHM, CREDENTIAL, SIGNATURE, SIGNED_HEADERS, DATE, EXPIRES)) {
      if (query.getOrDefault(name, "").isEmpty()) {
        throw Refusals.incomplete(
            "AWS query-string parameters must include '%s'. Re-examine the query-string parameters."
                .formatted(name));
      }
    }
    if (!query.get(ALGORITHM).equals(Claim.ALGORITHM)) {
      throw Refusals.incomplete(
          "Unsupported AWS 'algorithm': '%s'.".formatted(query.get(ALGORITHM)));
    }
    return Claim.of(
        query.get(CREDENTIAL),
        query.get(SIGNED_HEADERS),
        query.get(SIGNATURE),
        Timestamp.required(query.get(DATE)),
        Optional.ofNullable(query.get("X-Amz-Security-Token")),
        Optional.of(seconds(query.get(EXPIRES))));
  }

  private static int seconds(String text) throws ApiException {
    if (!text.matches("[0-9]{1,6}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST_SECONDS) {
      throw Refusals.incomplete(
          "'%s' must be between 1 and %d seconds, not '%s'."
              .formatted(EXPIRES, MOST_SECONDS, text));
    }
    return Integer.parseInt(text);
  }
}
