package io.albspec.proxy.plan;

import io.albspec.proxy.exchange.Exchange;
import java.util.List;

/** Rules that are looked at one by one. */
final class Scan implements RuleSet {

  private final int[] places;
  private final Rule[] rules;

  /** Scans rules that are given in their order. */
  Scan(List<PlacedRule> placed) {
    places = placed.stream().mapToInt(PlacedRule::place).toArray();
    rules = placed.stream().map(PlacedRule::rule).toArray(Rule[]::new);
  }

  @Override
  public int first() {
    return places.length == 0 ? Integer.MAX_VALUE : places[0];
  }

  @Override
  public int search(Exchange exchange, int before) {
    for (int i = 0; i < places.length && places[i] < before; i++) {
      if (rules[i].matches(exchange)) {
        return places[i];
      }
    }
    return before;
  }
}
