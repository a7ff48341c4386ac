package io.albspec.proxy.plan;

import io.albspec.proxy.routing.Condition;
import io.albspec.proxy.routing.Field;
import io.albspec.proxy.routing.Literal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule and its place in the order of evaluation.
 *
 * @param place from 0
 * @param rule the rule
 * @param keys the literals it is found by, by the fields that have one
 */
record PlacedRule(int place, Rule rule, Map<Field, List<Literal>> keys) {

  static PlacedRule of(int place, Rule rule) {
    Map<Field, List<Literal>> keys = new LinkedHashMap<>();
    for (Condition condition : rule.conditions()) {
      condition.keys().ifPresent(found -> keys.putIfAbsent(found.field(), found.literals()));
    }
    return new PlacedRule(place, rule, keys);
  }
}
