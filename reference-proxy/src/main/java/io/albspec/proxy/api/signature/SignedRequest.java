package io.albspec.proxy.api.signature;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request as it came, whose signature covers what it covers. */
public final class SignedRequest {

  private final String method;
  private final String path;
  private final String query;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * A request as it came.
   *
   * @param method such as POST
   * @param path as it was sent, escapes included
   * @param query as it was sent, without the question mark; empty if there is none
   * @param headers the values of each header in the order sent, by its name in lower case
   * @param body all of it; it must not be changed any more
   */
  public SignedRequest(
      String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
  }

  /** Such as POST. */
  public String method() {
    return method;
  }

  /** As it was sent, escapes included. */
  public String path() {
    return path;
  }

  /** The path as it is signed: each segment encoded once more. */
  String canonicalPath() {
    return Stream.of(path.split("/", -1)).map(Query::encoded).collect(Collectors.joining("/"));
  }

  /** Behind the question mark, empty if there is none. */
  public String query() {
    return query;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  /** All of it; it must not be changed. */
  public byte[] body() {
    return body;
  }

  /** The values of a header, none if it was not sent. */
  public List<String> header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, List.of());
  }
}
