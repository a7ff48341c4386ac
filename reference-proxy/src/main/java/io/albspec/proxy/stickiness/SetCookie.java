package io.albspec.proxy.stickiness;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The header lines by which a response sets a cookie. When the client is to forget it is told by
 * Expires (guide: "Sticky sessions").
 */
public final class SetCookie {

  /** How long the cookies of sticky sessions are kept (guide: "Sticky sessions"). */
  static final Duration LIFETIME = Duration.ofDays(7);

  private static final String FIELD = "Set-Cookie: ";
  private static final String LINE_END = "\r\n";
  private static final String OTHER_ORIGINS = "; SameSite=None; Secure";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private SetCookie() {}

  /** Sets a cookie, and its twin for requests of other origins, to the same value. */
  public static String withTwin(String name, String value, Instant now, Duration lifetime) {
    String attributes = attributes(now, lifetime, false);
    return line(name, value, attributes) + line(twin(name), value, attributes + OTHER_ORIGINS);
  }

  /** The name of the cookie for requests of other origins. */
  public static String twin(String name) {
    return name + "CORS";
  }

  /** Sets a cookie. */
  static String line(String name, String value, String attributes) {
    return FIELD + name + "=" + value + attributes + LINE_END;
  }

  /**
   * The attributes of a cookie.
   *
   * @param everywhere whether clients shall send it with requests of other origins
   */
  static String attributes(Instant now, Duration lifetime, boolean everywhere) {
    String usual = "; Expires=" + DATE.format(now.plus(lifetime)) + "; Path=/";
    return everywhere ? usual + OTHER_ORIGINS : usual;
  }
}
