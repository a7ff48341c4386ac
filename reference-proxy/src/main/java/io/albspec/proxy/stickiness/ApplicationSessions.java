package io.albspec.proxy.stickiness;

import io.albspec.proxy.exchange.AddedFields;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.target.Stickiness;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.target.TargetGroup;
import java.time.Instant;
import java.util.Optional;

/**
 * Sessions that begin when a target sets the application's cookie, and last as long as the client
 * sends it and that of the load balancer (guide: "Application-based stickiness").
 *
 * <p>One cookie of the load balancer's tells of all target groups. It is not bound to a load
 * balancer, so that one in front of another adds its own sessions to it (docs/decisions).
 */
final class ApplicationSessions {

  private static final String PURPOSE = "AWSALBAPP";
  private static final int ROOM = CookieSeal.room(Fragments.LONGEST);

  private final CookieSeal seal;
  private final SetCookie cookies;

  ApplicationSessions(CookieSeal seal, SetCookie cookies) {
    this.seal = seal;
    this.cookies = cookies;
  }

  /** The target for this request, or null if there is none. */
  Target choose(Exchange exchange, TargetGroup group, Stickiness stickiness) {
    Instant now = exchange.timing().receivedAt();
    Bindings sent = open(RequestCookies.values(head(exchange), Fragments.NAMES), now);
    Optional<Binding> session =
        sent.in(group.arn())
            .filter(binding -> now.isBefore(binding.at().plus(stickiness.duration())))
            .filter(binding -> sendsCookie(exchange, stickiness.cookieName()));
    Target target = session.map(binding -> group.eligible(exchange, binding.target())).orElse(null);
    if (target == null) {
      target = group.choose(exchange);
      if (target == null) {
        return null;
      }
      exchange.decision().newSession();
    }
    String identity = target.identity();
    exchange.addToResponse(
        (answered, then) ->
            session.isPresent() || setsCookie(answered, stickiness.cookieName())
                ? lines(answered, sent.with(group.arn(), identity, then), then)
                : AddedFields.NO_LINES);
    return target;
  }

  private static MessageHead head(Exchange exchange) {
    return exchange.request().head();
  }

  private static boolean sendsCookie(Exchange exchange, String name) {
    return RequestCookies.value(head(exchange), name).isPresent();
  }

  private static boolean setsCookie(Exchange exchange, String name) {
    return ResponseCookies.values(exchange.response().head(), name)[0] != null;
  }

  private Bindings open(String[] fragments, Instant now) {
    return Fragments.join(fragments)
        .flatMap(value -> seal.open(PURPOSE, value, now))
        .map(opened -> Bindings.of(opened.text()))
        .orElse(Bindings.NONE);
  }

  /** What the response of a load balancer behind this one tells is told as well. */
  private String lines(Exchange exchange, Bindings sessions, Instant now) {
    MessageHead response = exchange.response().head();
    Bindings all = sessions.with(open(ResponseCookies.values(response, Fragments.NAMES), now));
    boolean everywhere = UserAgent.isChromium80(head(exchange));
    return Fragments.lines(
        seal.seal(PURPOSE, all.text(now, ROOM), now), cookies.attributes(now, everywhere));
  }
}
