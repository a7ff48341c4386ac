package io.albspec.proxy.plan;

import io.albspec.proxy.exchange.Exchange;
import java.util.List;

/** Some of the rules of a listener, at least one. Immutable. */
interface RuleSet {

  /** The first one that the request meets if it is before that rule, else that. */
  Rule search(Exchange exchange, Rule before);

  /** Whether these are the rules. */
  boolean isOf(List<Rule> rules);
}
