package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.target.TargetGroup;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends requests to one target group or several by their weights, even to the request (guide:
 * "Forward actions"). The groups take turns by a schedule that is made once.
 */
final class Forward implements Action {

  private static final OwnResponse SERVICE_UNAVAILABLE =
      OwnResponse.error(503, "Service Temporarily Unavailable", false);

  private final boolean weighted;
  private final TargetGroup[] schedule;
  private final AtomicInteger next = new AtomicInteger();

  /** Always the same target group. */
  Forward(TargetGroup only) {
    this(List.of(only), false);
  }

  /** Several take turns as the schedule says; nothing can be reached by an empty one. */
  Forward(List<TargetGroup> schedule) {
    this(schedule, true);
  }

  private Forward(List<TargetGroup> schedule, boolean weighted) {
    this.schedule = schedule.toArray(TargetGroup[]::new);
    this.weighted = weighted;
  }

  @Override
  public String name() {
    return "forward";
  }

  @Override
  public void perform(Exchange exchange, Performer performer) {
    if (weighted) {
      exchange.decision().weighted();
    }
    send(exchange, next(), performer);
  }

  /** Sends the request to that group, if there is one. */
  static void send(Exchange exchange, TargetGroup group, Performer performer) {
    if (group == null) {
      performer.respond(exchange, SERVICE_UNAVAILABLE);
      return;
    }
    exchange.decision().targetGroup(group.arn());
    performer.forward(exchange, group);
  }

  /** The group whose turn it is, or null if none ever has one. */
  TargetGroup next() {
    if (schedule.length < 2) {
      return schedule.length == 0 ? null : schedule[0];
    }
    return schedule[Integer.remainderUnsigned(next.getAndIncrement(), schedule.length)];
  }
}
