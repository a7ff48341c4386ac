package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.target.TargetGroup;

/** What a rule does with a request (guide: "Rule action types"). Immutable. */
public interface Action {

  /** The action as the access log names it. */
  String name();

  /** Does it, by one call of the performer. */
  void perform(Exchange exchange, Performer performer);

  /** What actions can do. */
  interface Performer {

    /** Answers with a response of the balancer's own. */
    void respond(Exchange exchange, OwnResponse response);

    /** Sends the request on to a target of the group. */
    void forward(Exchange exchange, TargetGroup group);
  }
}
