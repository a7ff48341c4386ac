package io.albspec.proxy.plan;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.routing.Field;
import io.albspec.proxy.routing.Literal;
import java.util.List;
import java.util.Map;

/**
 * Rules that are told apart by the values of a field. Those that are not are looked at first.
 *
 * <p>A request with very many values could make the same rules be looked at again for each of them;
 * with more than a few, all rules are therefore looked at once.
 */
final class Fork implements RuleSet {

  private static final int MOST_VALUES = 16;

  private final Field field;
  private final Map<Literal, RuleSet> found;
  private final LiteralIndex index;
  private final RuleSet others;
  private final Scan all;

  /**
   * Forks by a field.
   *
   * @param found the rules with a condition on it that has keys, by these
   * @param others the other rules, or null if there are none
   * @param all both, one by one
   */
  Fork(Field field, Map<Literal, RuleSet> found, RuleSet others, Scan all) {
    this.field = field;
    this.found = found;
    this.index = new LiteralIndex(found);
    this.others = others;
    this.all = all;
  }

  /** By which it forks. */
  Field field() {
    return field;
  }

  /** The rules of a literal if this forks by that field, else null. */
  RuleSet found(Field by, Literal literal) {
    return field.equals(by) ? found.get(literal) : null;
  }

  /** The other rules if this forks by that field, else null. */
  RuleSet others(Field by) {
    return field.equals(by) ? others : null;
  }

  @Override
  public Rule search(Exchange exchange, Rule before) {
    if (!all.first().isBefore(before)) {
      return before;
    }
    if (field.count(exchange) > MOST_VALUES) {
      return all.search(exchange, before);
    }
    return field.search(exchange, index, others == null ? before : others.search(exchange, before));
  }

  @Override
  public boolean isOf(List<Rule> rules) {
    return all.isOf(rules);
  }
}
