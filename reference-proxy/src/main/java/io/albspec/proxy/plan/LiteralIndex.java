package io.albspec.proxy.plan;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.routing.Field;
import io.albspec.proxy.routing.Literal;
import java.util.EnumMap;
import java.util.Map;

/** Finds the rules whose literal is in a value where it should be: one pass over its bytes. */
final class LiteralIndex implements Field.ValueSearch<Rule> {

  private final LiteralTable wholes;
  private final LiteralTable starts;
  private final LiteralTable ends;

  LiteralIndex(Map<Literal, RuleSet> sets) {
    Map<Literal.Place, LiteralTable.Builder> tables = new EnumMap<>(Literal.Place.class);
    for (Literal.Place place : Literal.Place.values()) {
      tables.put(place, new LiteralTable.Builder(place == Literal.Place.END));
    }
    sets.forEach((literal, set) -> tables.get(literal.place()).add(literal.text(), set));
    wholes = tables.get(Literal.Place.WHOLE).build();
    starts = tables.get(Literal.Place.START).build();
    ends = tables.get(Literal.Place.END).build();
  }

  @Override
  public Rule search(byte[] bytes, int from, int to, Exchange exchange, Rule best) {
    Rule found = wholes.searchWhole(bytes, from, to, exchange, best);
    found = starts.searchParts(bytes, from, to, exchange, found);
    return ends.searchParts(bytes, from, to, exchange, found);
  }
}
