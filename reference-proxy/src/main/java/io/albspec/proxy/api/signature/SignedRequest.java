package io.albspec.proxy.api.signature;

import java.util.List;
import java.util.Map;

/** What of a request is signed. Its path is always that of the service, a single slash. */
public final class SignedRequest {

  private final String method;
  private final String query;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * A request as it came.
   *
   * @param method such as POST
   * @param query as it was sent, without the question mark; empty if there is none
   * @param headers the values of each header in the order sent, by its name in lower case
   * @param body all of it; it must not be changed any more
   */
  public SignedRequest(
      String method, String query, Map<String, List<String>> headers, byte[] body) {
    this.method = method;
    this.query = query;
    this.headers = headers;
    this.body = body;
  }

  String method() {
    return method;
  }

  String query() {
    return query;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  /** The values of a header, none if it was not sent. */
  List<String> header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, List.of());
  }
}
