package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.stickiness.CookieSeal;
import io.albspec.proxy.stickiness.RequestCookies;
import io.albspec.proxy.stickiness.SetCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The cookie that names the target group chosen for a client (guide: "Forward actions"). */
final class GroupCookie {

  private static final String NAME = "AWSALBTG";

  private final CookieSeal seal;
  private final String purpose;
  private final Duration duration;
  private final SetCookie cookies;

  /**
   * A cookie of one load balancer.
   *
   * @param duration how long it counts from the response that set it
   */
  GroupCookie(CookieSeal seal, String balancerArn, Duration duration) {
    this.seal = seal;
    this.purpose = NAME + " " + balancerArn;
    this.duration = duration;
    this.cookies = new SetCookie(duration);
  }

  /**
   * The value that the client sent; that for requests of other origins only if there is no other.
   */
  static Optional<String> sent(Exchange exchange) {
    MessageHead head = exchange.request().head();
    return RequestCookies.value(head, NAME)
        .or(() -> RequestCookies.value(head, SetCookie.twin(NAME)));
  }

  /** The group that a value names; empty if it is not a value of ours, or counts no more. */
  Optional<String> groupArn(String value, Instant now) {
    return seal.open(purpose, value, now)
        .filter(opened -> now.isBefore(opened.at().plus(duration)))
        .map(CookieSeal.Opened::text);
  }

  /** The lines that let the client name that group. */
  String lines(String groupArn, Instant now) {
    return cookies.withTwin(NAME, seal.seal(purpose, groupArn, now), now);
  }
}
