package io.albspec.proxy.plan;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.routing.Action;
import io.albspec.proxy.routing.Condition;
import java.util.List;

/**
 * A compiled rule.
 *
 * @param priority 1 to 50000; 0 for the default rule
 * @param conditions all must be met; none for the default rule
 * @param action the routing action
 */
public record Rule(int priority, List<Condition> conditions, Action action) {

  /** Whether the request meets all conditions. */
  public boolean matches(Exchange exchange) {
    for (int i = 0; i < conditions.size(); i++) {
      if (!conditions.get(i).matches(exchange)) {
        return false;
      }
    }
    return true;
  }
}
