package io.albspec.proxy.plan;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.routing.Field;

/**
 * Rules that are told apart by the values of a field. Those that are not are looked at first.
 *
 * <p>A request with very many values could make the same rules be looked at again for each of them;
 * with more than a few, all rules are therefore looked at once.
 */
final class Fork implements RuleSet {

  private static final int MOST_VALUES = 16;

  private final Field field;
  private final LiteralIndex index;
  private final RuleSet others;
  private final RuleSet all;

  /**
   * Forks by a field.
   *
   * @param index the rules with a condition on it that has keys
   * @param others the other rules
   * @param all both, one by one
   */
  Fork(Field field, LiteralIndex index, RuleSet others, RuleSet all) {
    this.field = field;
    this.index = index;
    this.others = others;
    this.all = all;
  }

  @Override
  public int first() {
    return all.first();
  }

  @Override
  public int search(Exchange exchange, int before) {
    if (first() >= before) {
      return before;
    }
    if (field.count(exchange) > MOST_VALUES) {
      return all.search(exchange, before);
    }
    return field.search(exchange, index, others.search(exchange, before));
  }
}
