package io.albspec.proxy.plan;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.routing.ActionCompiler;
import io.albspec.proxy.routing.Condition;
import io.albspec.proxy.routing.ConditionCompiler;
import io.albspec.proxy.stickiness.CookieSeal;
import io.albspec.proxy.target.TargetGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/**
 * Compiles the rules of listeners. What was compiled before and has not changed since is used
 * again: it is cheaper, and weighted target groups go on with their turns.
 */
final class RuleTables {

  private final Function<String, ? extends TargetGroup> groups;
  private final CookieSeal seal;
  private final Map<String, Compiled> before;
  private final Map<String, Compiled> now = new HashMap<>();

  /** The first ones. */
  RuleTables(Function<String, ? extends TargetGroup> groups, CookieSeal seal) {
    this(groups, seal, Map.of());
  }

  private RuleTables(
      Function<String, ? extends TargetGroup> groups,
      CookieSeal seal,
      Map<String, Compiled> before) {
    this.groups = groups;
    this.seal = seal;
    this.before = before;
  }

  /** Those that come after these. */
  RuleTables next() {
    return new RuleTables(groups, seal, now);
  }

  /**
   * The rules of a listener.
   *
   * @throws ApiException if this balancer cannot carry one
   */
  RuleTable of(ListenerConfig listener) throws ApiException {
    Compiled old = before.get(listener.arn());
    boolean same = old != null && old.from.resource().equals(listener.resource());
    Compiled compiled =
        same && old.from.rules() == listener.rules() ? old : compile(listener, same ? old : null);
    now.put(listener.arn(), compiled);
    return compiled.table;
  }

  /** Compiles anew what is not known from before the change, if there is something known. */
  private Compiled compile(ListenerConfig listener, Compiled known) throws ApiException {
    ActionCompiler actions = new ActionCompiler(listener.resource(), groups, seal);
    IdentityHashMap<RuleConfig, Rule> rules = new IdentityHashMap<>();
    List<Rule> inOrder = new ArrayList<>(listener.rules().size());
    for (RuleConfig config : listener.rules().stream().sorted().toList()) {
      Rule old = known == null ? null : known.rules.get(config);
      Rule rule = old == null ? compile(config, actions) : old;
      rules.put(config, rule);
      inOrder.add(rule);
    }
    RuleTable table = known == null ? new RuleTable(inOrder) : known.table.with(inOrder);
    return new Compiled(listener, rules, table);
  }

  private static Rule compile(RuleConfig rule, ActionCompiler actions) throws ApiException {
    return new Rule(
        rule.isDefault() ? 0 : Integer.parseInt(rule.resource().priority()),
        conditions(rule.resource().conditions()),
        actions.compile(rule.resource().actions()));
  }

  private static List<Condition> conditions(List<RuleCondition> configured) throws ApiException {
    List<Condition> conditions = new ArrayList<>();
    for (RuleCondition condition : configured) {
      conditions.add(ConditionCompiler.compile(condition));
    }
    return List.copyOf(conditions);
  }

  /** A listener's configuration and what it was compiled to; its rules by identity. */
  private record Compiled(
      ListenerConfig from, IdentityHashMap<RuleConfig, Rule> rules, RuleTable table) {}
}
