package io.albspec.proxy.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A response that the balancer makes itself. Immutable; made once and sent any number of times. */
public final class OwnResponse {

  private final int status;
  private final String reason;
  private final String contentType;
  private final String location;
  private final byte[] body;
  private final boolean closing;

  private OwnResponse(
      int status,
      String reason,
      String contentType,
      String location,
      byte[] body,
      boolean closing) {
    this.status = status;
    this.reason = reason;
    this.contentType = contentType;
    this.location = location;
    this.body = body;
    this.closing = closing;
  }

  /**
   * An error page in the service's plain style.
   *
   * @param closing whether the client's connection is closed after it
   */
  public static OwnResponse error(int status, String reason, boolean closing) {
    return new OwnResponse(status, reason, "text/html", "", page(status, reason), closing);
  }

  /** A redirect, 301 or 302, that lacks its location. */
  public static OwnResponse redirect(int status, String reason) {
    return new OwnResponse(status, reason, "text/html", "", page(status, reason), false);
  }

  /** This response with that Location: visible ASCII characters. */
  public OwnResponse to(String url) {
    return new OwnResponse(status, reason, contentType, url, body, closing);
  }

  /**
   * A fixed response.
   *
   * @param contentType may be empty: then no Content-Type is sent
   * @param body may be empty
   */
  public static OwnResponse fixed(int status, String reason, String contentType, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new OwnResponse(status, reason, contentType, "", bytes, false);
  }

  private static byte[] page(int status, String reason) {
    return """
    <html>\r
    <head><title>%1$d %2$s</title></head>\r
    <body>\r
    <center><h1>%1$d %2$s</h1></center>\r
    </body>\r
    </html>\r
    """
        .formatted(status, reason)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The status code, 200 to 599. */
  public int status() {
    return status;
  }

  /** The reason phrase. */
  public String reason() {
    return reason;
  }

  /** The Content-Type, or empty for none. */
  public String contentType() {
    return contentType;
  }

  /** The Location of a redirect, else empty. */
  public String location() {
    return location;
  }

  /** The body, UTF-8, to be read once. */
  public ByteBuffer body() {
    return ByteBuffer.wrap(body).asReadOnlyBuffer();
  }

  /** Whether the client's connection is closed after it. */
  public boolean isClosing() {
    return closing;
  }
}
