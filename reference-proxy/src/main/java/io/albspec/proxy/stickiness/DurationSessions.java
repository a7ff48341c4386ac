package io.albspec.proxy.stickiness;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.target.TargetGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sessions by a cookie of the load balancer's own alone (guide: "Duration-based stickiness"). Each
 * response begins the duration anew.
 */
final class DurationSessions {

  private static final String NAME = "AWSALB";
  private static final String TWIN = SetCookie.twin(NAME);

  private final CookieSeal seal;
  private final SetCookie cookies;

  DurationSessions(CookieSeal seal, SetCookie cookies) {
    this.seal = seal;
    this.cookies = cookies;
  }

  /** The target for this request, or null if there is none. */
  Target choose(Exchange exchange, TargetGroup group, Duration duration) {
    String purpose = NAME + " " + group.arn();
    Target target = ofSession(exchange, group, purpose, duration);
    if (target == null) {
      target = group.choose(exchange);
      if (target == null) {
        return null;
      }
      exchange.decision().newSession();
    }
    String identity = target.identity();
    exchange.addToResponse((answered, now) -> lines(purpose, identity, now));
    return target;
  }

  private Target ofSession(
      Exchange exchange, TargetGroup group, String purpose, Duration duration) {
    Instant now = exchange.timing().receivedAt();
    return sent(exchange.request().head())
        .flatMap(value -> seal.open(purpose, value, now))
        .filter(opened -> now.isBefore(opened.at().plus(duration)))
        .map(opened -> group.eligible(exchange, opened.text()))
        .orElse(null);
  }

  /** The cookie for requests of other origins counts only if there is no other. */
  private static Optional<String> sent(MessageHead head) {
    String[] values = RequestCookies.values(head, NAME, TWIN);
    return Optional.ofNullable(values[0] == null ? values[1] : values[0]);
  }

  private String lines(String purpose, String identity, Instant now) {
    return cookies.withTwin(NAME, seal.seal(purpose, identity, now), now);
  }
}
