package io.albspec.proxy.api.signature;

import io.albspec.proxy.control.ApiException;
import java.util.List;
import java.util.Optional;

/**
 * What a request says of its own signature.
 *
 * @param accessKeyId whose it is
 * @param scope what it is good for
 * @param signedHeaders the names of the headers that it covers, in lower case, sorted
 * @param signature in hexadecimal
 * @param timestamp when it was made, such as {@code 20150830T123600Z}
 * @param token the session token sent with it
 * @param expires for how many seconds it is good, if it stands in the query
 */
record Claim(
    String accessKeyId,
    Scope scope,
    List<String> signedHeaders,
    String signature,
    String timestamp,
    Optional<String> token,
    Optional<Integer> expires) {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  /**
   * The scope of a signature.
   *
   * @param date such as {@code 20150830}
   * @param region such as us-east-2
   * @param service such as elasticloadbalancing
   * @param terminator always aws4_request
   */
  record Scope(String date, String region, String service, String terminator) {

    String text() {
      return String.join("/", date, region, service, terminator);
    }
  }

  /** Whether it stands in the query rather than in the Authorization header. */
  boolean isInQuery() {
    return expires.isPresent();
  }

  /**
   * Of {@code key/date/region/service/aws4_request}, and the rest.
   *
   * @throws ApiException if the credential is not of that form
   */
  static Claim of(
      String credential,
      String signedHeaders,
      String signature,
      String timestamp,
      Optional<String> token,
      Optional<Integer> expires)
      throws ApiException {
    String[] parts = credential.split("/", -1);
    if (parts.length != 5) {
      throw Refusals.incomplete(
          "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '%s'"
              .formatted(credential));
    }
    return new Claim(
        parts[0],
        new Scope(parts[1], parts[2], parts[3], parts[4]),
        List.of(signedHeaders.split(";", -1)),
        signature,
        timestamp,
        token,
        expires);
  }
}
