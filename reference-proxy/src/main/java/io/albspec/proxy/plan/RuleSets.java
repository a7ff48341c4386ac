package io.albspec.proxy.plan;

import io.albspec.proxy.routing.Field;
import io.albspec.proxy.routing.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

  private RuleSets() {}

  /** The rules, given in the order of evaluation, in a form that is searched quickly. */
  static RuleSet of(List<Rule> rules) {
    List<PlacedRule> placed = new ArrayList<>(rules.size());
    for (Rule rule : rules) {
      placed.add(PlacedRule.of(placed.size(), rule));
    }
    return divide(placed, Set.of());
  }

  private static RuleSet divide(List<PlacedRule> rules, Set<Field> taken) {
    RuleSet all = new Scan(rules);
    if (rules.size() <= FEW) {
      return all;
    }
    Division best = null;
    for (Field field : fields(rules)) {
      if (!taken.contains(field)) {
        Division division = Division.by(field, rules);
        if (best == null || division.together() < best.together()) {
          best = division;
        }
      }
    }
    if (best == null || !isFew(best.together(), rules.size())) {
      return all;
    }
    Set<Field> nowTaken = new HashSet<>(taken);
    nowTaken.add(best.field);
    Map<Literal, RuleSet> sets = new HashMap<>();
    best.groups.forEach((literal, group) -> sets.put(literal, divide(group, nowTaken)));
    return new Fork(best.field, new LiteralIndex(sets), divide(best.others, nowTaken), all);
  }

  /** The fields by which enough rules are found that a division may be worth a look-up. */
  private static List<Field> fields(List<PlacedRule> rules) {
    Map<Field, Integer> counts = new LinkedHashMap<>();
    for (PlacedRule rule : rules) {
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
  private record Division(
      Field field, Map<Literal, List<PlacedRule>> groups, List<PlacedRule> others) {

    static Division by(Field field, List<PlacedRule> rules) {
      Map<Literal, List<PlacedRule>> groups = new LinkedHashMap<>();
      List<PlacedRule> others = new ArrayList<>();
      for (PlacedRule rule : rules) {
        List<Literal> literals = rule.keys().get(field);
        if (literals == null) {
          others.add(rule);
        } else {
          new LinkedHashSet<>(literals)
              .forEach(
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
