package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** The conditions of one rule (guide, "Rule condition types"). */
public final class Conditions {

  /** How many values one condition may compare with. */
  static final int VALUES_PER_CONDITION = 3;

  /** How many values all conditions of a rule may compare with. */
  public static final int VALUES_PER_RULE = 5;

  /** How many wildcards all conditions of a rule may contain. */
  public static final int WILDCARDS_PER_RULE = 5;

  private Conditions() {}

  /**
   * The conditions as they are shown: what was given as plain values is repeated in the member of
   * its kind, and the other way round.
   *
   * @throws ApiException if a condition, or the conditions together, cannot be
   */
  public static List<RuleCondition> checked(List<RuleCondition> conditions) throws ApiException {
    if (conditions.isEmpty()) {
      throw ApiException.validation("A condition must be specified");
    }
    List<RuleCondition> shown = new ArrayList<>();
    Set<ConditionKind> kinds = new HashSet<>();
    int values = 0;
    int wildcards = 0;
    for (RuleCondition condition : conditions) {
      ConditionKind kind = ConditionKind.of(condition);
      if (!kinds.add(kind) && !kind.repeats()) {
        throw ApiException.validation(
            "A rule can only have one '%s' condition".formatted(kind.field()));
      }
      Comparisons comparisons = kind.comparisons(condition);
      values += comparisons.count();
      wildcards += kind.wildcards() ? comparisons.wildcards() : 0;
      shown.add(kind.shown(condition));
    }
    limit(values, VALUES_PER_RULE, "condition values");
    limit(wildcards, WILDCARDS_PER_RULE, "wildcards");
    return List.copyOf(shown);
  }

  private static void limit(int count, int limit, String what) throws ApiException {
    if (count > limit) {
      throw ApiException.validation("A rule can only have '%d' %s".formatted(limit, what));
    }
  }
}
