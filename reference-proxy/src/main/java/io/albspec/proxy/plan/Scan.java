package io.albspec.proxy.plan;

import io.albspec.proxy.exchange.Exchange;
import java.util.Arrays;
import java.util.List;

/** Rules that are looked at one by one. */
final class Scan implements RuleSet {

  private final Rule[] rules;

  /** Scans rules that are given in their order. */
  Scan(List<Rule> rules) {
    this.rules = rules.toArray(Rule[]::new);
  }

  /** The first one in the order of evaluation. */
  Rule first() {
    return rules[0];
  }

  @Override
  public Rule search(Exchange exchange, Rule before) {
    for (int i = 0; i < rules.length && rules[i].isBefore(before); i++) {
      if (rules[i].matches(exchange)) {
        return rules[i];
      }
    }
    return before;
  }

  @Override
  public boolean isOf(List<Rule> others) {
    return Arrays.asList(rules).equals(others);
  }
}
