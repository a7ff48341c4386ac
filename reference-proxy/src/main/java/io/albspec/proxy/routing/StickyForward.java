package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.target.TargetGroup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends a client's requests to the target group that its first one went to, of several by their
 * weights (guide: "Forward actions", target group stickiness).
 */
final class StickyForward implements Action {

  /** As the access log has it (guide: "Access logs", the reasons of weighted target groups). */
  private static final String COOKIE_INVALID = "AWSALBTGCookieInvalid";

  private static final OwnResponse BAD_REQUEST = OwnResponse.error(400, "Bad Request", false);

  private final Map<String, TargetGroup> groups;
  private final Forward byWeights;
  private final GroupCookie cookie;

  /**
   * Keeps to groups.
   *
   * @param groups all of them
   * @param byWeights chooses for a client that has no cookie that counts
   */
  StickyForward(List<TargetGroup> groups, Forward byWeights, GroupCookie cookie) {
    this.groups =
        groups.stream()
            .collect(Collectors.toUnmodifiableMap(TargetGroup::arn, Function.identity()));
    this.byWeights = byWeights;
    this.cookie = cookie;
  }

  @Override
  public String name() {
    return byWeights.name();
  }

  @Override
  public void perform(Exchange exchange, Performer performer) {
    Optional<String> sent = GroupCookie.sent(exchange);
    if (sent.isPresent() && isUrlEncoded(sent.get())) {
      exchange.decision().errorReason(COOKIE_INVALID);
      performer.respond(exchange, BAD_REQUEST);
      return;
    }
    Instant now = exchange.timing().receivedAt();
    TargetGroup group =
        sent.flatMap(value -> cookie.groupArn(value, now))
            .map(groups::get)
            .orElseGet(byWeights::next);
    if (group != null) {
      exchange.addToResponse((answered, then) -> cookie.lines(group.arn(), then));
      if (groups.size() > 1) {
        exchange.decision().weighted();
      }
    }
    Forward.send(exchange, group, performer);
  }

  /** No cookie of ours has a percent sign. */
  private static boolean isUrlEncoded(String value) {
    return value.indexOf('%') >= 0;
  }
}
