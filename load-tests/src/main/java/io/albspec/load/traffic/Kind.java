package io.albspec.load.traffic;

/** The kinds of requests in the mixture. */
public enum Kind {
  /** GET. */
  GET("GET"),
  /** HEAD. */
  HEAD("HEAD"),
  /** POST of a body with Content-Length. */
  POST("POST with length"),
  /** POST of a body in chunks. */
  CHUNKED("POST in chunks");

  private final String title;

  Kind(String title) {
    this.title = title;
  }

  /** The name as reports have it. */
  public String title() {
    return title;
  }

  /** Whether the request has a body. */
  public boolean hasBody() {
    return this == POST || this == CHUNKED;
  }
}
