package io.albspec.proxy.api.signature;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The access key id that a request names, whatever else is missing or wrong in its signature. */
final class ClaimedKey {

  private static final Pattern CREDENTIAL =
      Pattern.compile("Credential=([A-Za-z0-9]{1,128})(?:/|%2[Ff])");

  private ClaimedKey() {}

  /** The one in the Authorization header, or else in the query. */
  static Optional<String> of(SignedRequest request) {
    return Stream.concat(request.header("authorization").stream(), Stream.of(request.query()))
        .map(CREDENTIAL::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }
}
