package io.albspec.proxy.plan;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.routing.Field;
import io.albspec.proxy.routing.Literal;
import java.util.HashMap;
import java.util.Map;

/** Finds the rules whose literal is in a value where it should be. */
final class LiteralIndex implements Field.ValueSearch<Rule> {

  private final LiteralTable wholes;
  private final LiteralTable starts;
  private final LiteralTable ends;

  LiteralIndex(Map<Literal, RuleSet> sets) {
    wholes = table(sets, Literal.Place.WHOLE);
    starts = table(sets, Literal.Place.START);
    ends = table(sets, Literal.Place.END);
  }

  private static LiteralTable table(Map<Literal, RuleSet> sets, Literal.Place place) {
    Map<String, RuleSet> ofPlace = new HashMap<>();
    sets.forEach(
        (literal, set) -> {
          if (literal.place() == place) {
            ofPlace.put(literal.text(), set);
          }
        });
    return new LiteralTable(ofPlace, place == Literal.Place.END);
  }

  @Override
  public Rule search(byte[] bytes, int from, int to, Exchange exchange, Rule best) {
    Rule found = wholes.searchWhole(bytes, from, to, exchange, best);
    found = starts.searchParts(bytes, from, to, exchange, found);
    return ends.searchParts(bytes, from, to, exchange, found);
  }
}
