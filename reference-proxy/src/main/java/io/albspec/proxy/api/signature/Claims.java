package io.albspec.proxy.api.signature;

import io.albspec.proxy.control.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the claim of a request: in its Authorization header, or else in its query. */
final class Claims {

  private Claims() {}

  /**
   * What the request says of its signature, empty if it has none.
   *
   * @throws ApiException if it does not say everything
   */
  static Optional<Claim> of(SignedRequest request) throws ApiException {
    List<String> authorization = request.header("authorization");
    if (!authorization.isEmpty()) {
      return Optional.of(HeaderClaim.of(authorization.get(0), request));
    }
    Map<String, String> query = new Query(request.query()).values();
    return QueryClaim.isIn(query) ? Optional.of(QueryClaim.of(query)) : Optional.empty();
  }
}
