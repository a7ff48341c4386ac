package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;

/** One condition of a rule (guide: "Rule condition types"). Immutable; costs no allocation. */
@FunctionalInterface
public interface Condition {

  /** Whether the request meets it. */
  boolean matches(Exchange exchange);
}
