package io.albspec.proxy.stickiness;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.target.Stickiness;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.target.TargetGroup;
import java.time.Duration;

/**
 * Chooses targets, the same for all requests of a client's session where the target group has
 * sticky sessions (guide: "Sticky sessions"). Thread-safe.
 */
public final class StickySessions {

  /** How long clients keep the cookies, whatever the duration of the sessions. */
  static final Duration LIFETIME = Duration.ofDays(7);

  private final DurationSessions byDuration;
  private final ApplicationSessions byApplication;

  /** Sessions whose cookies are sealed so. */
  public StickySessions(CookieSeal seal) {
    SetCookie cookies = new SetCookie(LIFETIME);
    byDuration = new DurationSessions(seal, cookies);
    byApplication = new ApplicationSessions(seal, cookies);
  }

  /**
   * The target for this request, or null if there is none. The response will set the cookies by
   * which the session goes on.
   */
  public Target choose(Exchange exchange, TargetGroup group) {
    Stickiness stickiness = group.stickiness();
    return switch (stickiness.type()) {
      case NONE -> group.choose(exchange);
      case LOAD_BALANCER_COOKIE -> byDuration.choose(exchange, group, stickiness.duration());
      case APPLICATION_COOKIE ->
          exchange.decision().isWeighted()
              ? group.choose(exchange)
              : byApplication.choose(exchange, group, stickiness);
    };
  }
}
