package io.albspec.proxy.target;

import java.time.Duration;
import java.util.Map;

/**
 * The sticky sessions of a target group (guide: "Target group attributes").
 *
 * @param type by which cookie a client is known again
 * @param cookieName that of the application's cookie; empty for other types
 * @param duration how long a session lasts from its last response on
 */
public record Stickiness(Type type, String cookieName, Duration duration) {

  /** There are none. */
  public static final Stickiness NONE = new Stickiness(Type.NONE, "", Duration.ZERO);

  private static final String PREFIX = "stickiness.";

  /** By which cookie a client is known again. */
  public enum Type {
    /** By none: there are no sessions. */
    NONE,
    /** By one of the load balancer's own (guide: "Duration-based stickiness"). */
    LOAD_BALANCER_COOKIE,
    /** By the application's, and one of the load balancer's (guide: "Application-based..."). */
    APPLICATION_COOKIE
  }

  /** Whether there are any. */
  public boolean isEnabled() {
    return type != Type.NONE;
  }

  /** Reads them from a target group's attributes; groups of functions have none. */
  static Stickiness of(Map<String, String> attributes) {
    if (!"true".equals(attributes.get(PREFIX + "enabled"))) {
      return NONE;
    }
    return "app_cookie".equals(attributes.get(PREFIX + "type"))
        ? new Stickiness(
            Type.APPLICATION_COOKIE,
            attributes.get(PREFIX + "app_cookie.cookie_name"),
            duration(attributes, "app_cookie"))
        : new Stickiness(Type.LOAD_BALANCER_COOKIE, "", duration(attributes, "lb_cookie"));
  }

  private static Duration duration(Map<String, String> attributes, String type) {
    return Duration.ofSeconds(Long.parseLong(attributes.get(PREFIX + type + ".duration_seconds")));
  }
}
