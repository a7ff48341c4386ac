package io.albspec.proxy.plan;

import io.albspec.proxy.routing.Field;
import io.albspec.proxy.routing.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Divides rules by the field that leaves the fewest together, these by another one, and so on until
 * they are few, or nothing tells them apart.
 */
final class RuleSets {

  private static final int FEW = 4;

  /** A field by which most rules stay together is not worth a look-up: at most 3 of 4 may. */
  private static final int OF_FOUR = 3;

  /** No other field is tried if the one before a change leaves at most an eighth together. */
  private static final int GOOD_ENOUGH = 8;

  private RuleSets() {}

  /**
   * The rules in a form that is searched quickly.
   *
   * @param rules at least one, in the order of evaluation
   * @param before those before a change, or null; whatever has not changed is used again
   */
  static RuleSet of(List<Rule> rules, RuleSet before) {
    return divide(rules, Set.of(), before);
  }

  private static RuleSet divide(List<Rule> rules, Set<Field> taken, RuleSet before) {
    if (before != null && before.isOf(rules)) {
      return before;
    }
    Scan all = new Scan(rules);
    if (rules.size() <= FEW) {
      return all;
    }
    Fork last = before instanceof Fork fork ? fork : null;
    if (last != null && !taken.contains(last.field())) {
      Division division = Division.by(last.field(), rules);
      if (division.together() * GOOD_ENOUGH <= rules.size()) {
        return fork(division, taken, all, last);
      }
    }
    Division best = best(rules, taken);
    return best == null || !isFew(best.together(), rules.size())
        ? all
        : fork(best, taken, all, last);
  }

  private static Division best(List<Rule> rules, Set<Field> taken) {
    Division best = null;
    for (Field field : fields(rules)) {
      if (!taken.contains(field)) {
        Division division = Division.by(field, rules);
        if (best == null || division.together() < best.together()) {
          best = division;
        }
      }
    }
    return best;
  }

  private static Fork fork(Division division, Set<Field> taken, Scan all, Fork before) {
    Field field = division.field;
    Set<Field> nowTaken = new HashSet<>(taken);
    nowTaken.add(field);
    Map<Literal, RuleSet> found = new HashMap<>();
    division.groups.forEach(
        (literal, group) ->
            found.put(
                literal,
                divide(group, nowTaken, before == null ? null : before.found(field, literal))));
    RuleSet others =
        division.others.isEmpty()
            ? null
            : divide(division.others, nowTaken, before == null ? null : before.others(field));
    return new Fork(field, found, others, all);
  }

  /** The fields by which enough rules are found that a division may be worth a look-up. */
  private static List<Field> fields(List<Rule> rules) {
    Map<Field, Integer> counts = new LinkedHashMap<>();
    for (Rule rule : rules) {
      rule.keys().keySet().forEach(field -> counts.merge(field, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .filter(count -> isFew(rules.size() - count.getValue(), rules.size()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isFew(int together, int all) {
    return 4L * together <= (long) OF_FOUR * all;
  }

  /** Rules by their literals of a field, in their order, and the rules that have none. */
  private record Division(Field field, Map<Literal, List<Rule>> groups, List<Rule> others) {

    static Division by(Field field, List<Rule> rules) {
      Map<Literal, List<Rule>> groups = new LinkedHashMap<>();
      List<Rule> others = new ArrayList<>();
      for (Rule rule : rules) {
        List<Literal> literals = rule.keys().get(field);
        if (literals == null) {
          others.add(rule);
        } else {
          literals.forEach(
              literal -> groups.computeIfAbsent(literal, l -> new ArrayList<>()).add(rule));
        }
      }
      return new Division(field, groups, others);
    }

    /** How many rules a request may have to be compared with, as far as this field tells. */
    int together() {
      return others.size() + groups.values().stream().mapToInt(List::size).max().orElse(0);
    }
  }
}
