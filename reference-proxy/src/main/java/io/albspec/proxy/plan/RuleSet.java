package io.albspec.proxy.plan;

import io.albspec.proxy.exchange.Exchange;

/** Some of the rules of a listener. A rule is known by its place in the order of evaluation. */
interface RuleSet {

  /** The place of the first one, or {@link Integer#MAX_VALUE} if there is none. */
  int first();

  /** The place of the first one that the request meets if it is before that place, else that. */
  int search(Exchange exchange, int before);
}
