package io.albspec.proxy.api.signature;

import io.albspec.proxy.control.ApiException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The claim in an Authorization header. */
final class HeaderClaim {

  private static final String CREDENTIAL = "Credential";
  private static final String SIGNATURE = "Signature";
  private static final String SIGNED_HEADERS = "SignedHeaders";

  private HeaderClaim() {}

  /**
   * What the header says.
   *
   * @throws ApiException if it does not say everything
   */
  static Claim of(String authorization, SignedRequest request) throws ApiException {
    Map<String, String> parameters = parameters(authorization);
    Optional<String> date = Timestamp.of(request);
    List<String> missing = new ArrayList<>();
    for (String name : List.of(CREDENTIAL, SIGNATURE, SIGNED_HEADERS)) {
      if (parameters.getOrDefault(name, "").isEmpty()) {
        missing.add("Authorization header requires '%s' parameter.".formatted(name));
      }
    }
    if (date.isEmpty()) {
      missing.add(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
    if (!missing.isEmpty()) {
      throw Refusals.incomplete(String.join(" ", missing));
    }
    return Claim.of(
        parameters.get(CREDENTIAL),
        parameters.get(SIGNED_HEADERS),
        parameters.get(SIGNATURE),
        date.get(),
        request.header("x-amz-security-token").stream().findFirst(),
        Optional.empty());
  }

  /** None where the algorithm is another. */
  private static Map<String, String> parameters(String authorization) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (authorization.startsWith(Claim.ALGORITHM + " ")) {
      for (String part : authorization.substring(Claim.ALGORITHM.length()).split(",", -1)) {
        int equals = part.indexOf('=');
        if (equals > 0) {
          parameters.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
        }
      }
    }
    return parameters;
  }
}
