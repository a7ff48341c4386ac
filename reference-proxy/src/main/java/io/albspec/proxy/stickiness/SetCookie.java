package io.albspec.proxy.stickiness;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The header lines by which responses set cookies of one lifetime. When the client is to forget
 * them is told by Expires (guide: "Sticky sessions"), whose date is formatted once a second.
 * Thread-safe.
 */
public final class SetCookie {

  private static final String FIELD = "Set-Cookie: ";
  private static final String LINE_END = "\r\n";
  private static final String OTHER_ORIGINS = "; SameSite=None; Secure";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Duration lifetime;
  private volatile Attributes latest = new Attributes(Long.MIN_VALUE, "");

  private record Attributes(long second, String text) {}

  /** Sets cookies that are kept for so long. */
  public SetCookie(Duration lifetime) {
    this.lifetime = lifetime;
  }

  /** The name of the cookie for requests of other origins. */
  public static String twin(String name) {
    return name + "CORS";
  }

  /** Sets a cookie, and its twin for requests of other origins, to the same value. */
  public String withTwin(String name, String value, Instant now) {
    String attributes = attributes(now, false);
    return line(name, value, attributes) + line(twin(name), value, attributes + OTHER_ORIGINS);
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
  String attributes(Instant now, boolean everywhere) {
    Attributes usual = latest;
    if (usual.second != now.getEpochSecond()) {
      String expires = DATE.format(now.plus(lifetime));
      usual = new Attributes(now.getEpochSecond(), "; Expires=" + expires + "; Path=/");
      latest = usual;
    }
    return everywhere ? usual.text + OTHER_ORIGINS : usual.text;
  }
}
