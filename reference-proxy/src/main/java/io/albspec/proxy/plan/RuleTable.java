package io.albspec.proxy.plan;

import io.albspec.proxy.exchange.Exchange;
import java.util.List;

/**
 * The rules of a listener, so that the time to find the first one whose conditions a request meets
 * does not grow with their number where they tell requests apart by hosts, paths, methods, header
 * fields or query strings. Immutable.
 */
public final class RuleTable {

  private final List<Rule> rules;
  private final Rule last;
  private final RuleSet found;

  /**
   * Prepares rules.
   *
   * @param rules in the order of evaluation; the last one is taken if no other is
   */
  public RuleTable(List<Rule> rules) {
    this(rules, null);
  }

  private RuleTable(List<Rule> rules, RuleSet before) {
    this.rules = List.copyOf(rules);
    int count = rules.size() - 1;
    this.last = rules.get(count);
    this.found = count == 0 ? null : RuleSets.of(this.rules.subList(0, count), before);
  }

  /** Prepares other rules. Faster, the fewer of them are not among these. */
  public RuleTable with(List<Rule> changed) {
    return new RuleTable(changed, found);
  }

  /** The rules in the order of evaluation, the default rule last. */
  public List<Rule> rules() {
    return rules;
  }

  /** The first rule whose conditions the request meets; at least the default rule. */
  public Rule match(Exchange exchange) {
    return found == null ? last : found.search(exchange, last);
  }
}
