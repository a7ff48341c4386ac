package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import java.util.Optional;

/** One condition of a rule (guide: "Rule condition types"). Immutable; costs no allocation. */
@FunctionalInterface
public interface Condition {

  /** Whether the request meets it. */
  boolean matches(Exchange exchange);

  /** What rules with it are found by, if there is such a thing. */
  default Optional<Keys> keys() {
    return Optional.empty();
  }
}
