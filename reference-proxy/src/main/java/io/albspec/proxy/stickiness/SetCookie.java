package io.albspec.proxy.stickiness;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The header lines by which a response sets a cookie. */
public final class SetCookie {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private SetCookie() {}

  /**
   * Sets a cookie, and its twin for requests of other origins.
   *
   * @param value of both
   * @param lifetime says when the client is to forget it, by Expires (guide: "Sticky sessions")
   */
  public static String withTwin(String name, String value, Instant now, Duration lifetime) {
    String rest = "=" + value + "; Expires=" + DATE.format(now.plus(lifetime)) + "; Path=/";
    return "Set-Cookie: "
        + name
        + rest
        + "\r\nSet-Cookie: "
        + twin(name)
        + rest
        + "; SameSite=None; Secure\r\n";
  }

  /** The name of the cookie for requests of other origins. */
  public static String twin(String name) {
    return name + "CORS";
  }
}
