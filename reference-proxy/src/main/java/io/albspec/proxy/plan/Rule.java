package io.albspec.proxy.plan;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.routing.Action;
import io.albspec.proxy.routing.Condition;
import io.albspec.proxy.routing.Field;
import io.albspec.proxy.routing.Literal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A compiled rule.
 *
 * @param priority 1 to 50000; 0 for the default rule
 * @param conditions all must be met; none for the default rule
 * @param action the routing action
 * @param keys the literals it is found by, by the fields that have one
 */
public record Rule(
    int priority, List<Condition> conditions, Action action, Map<Field, List<Literal>> keys) {

  /** With the keys of its conditions. */
  public Rule(int priority, List<Condition> conditions, Action action) {
    this(priority, conditions, action, keys(conditions));
  }

  private static Map<Field, List<Literal>> keys(List<Condition> conditions) {
    Map<Field, List<Literal>> keys = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      condition.keys().ifPresent(found -> keys.putIfAbsent(found.field(), found.literals()));
    }
    return keys;
  }

  /** Whether the request meets all conditions. */
  public boolean matches(Exchange exchange) {
    for (int i = 0; i < conditions.size(); i++) {
      if (!conditions.get(i).matches(exchange)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is evaluated before another one; the default rule comes last. */
  boolean isBefore(Rule other) {
    return place() < other.place();
  }

  private int place() {
    return priority == 0 ? Integer.MAX_VALUE : priority;
  }
}
