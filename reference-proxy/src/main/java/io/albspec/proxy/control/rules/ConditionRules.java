package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** What a condition of one kind may say. */
interface ConditionRules {

  /** What a request is compared with, after every check. */
  Comparisons comparisons(RuleCondition condition) throws ApiException;

  /** The condition as it is shown. */
  default RuleCondition shown(RuleCondition condition) {
    return condition;
  }

  /** The member that a condition of this kind cannot do without. */
  static ApiException missing(String member, String field) {
    return ApiException.validation("A '%s' must be specified with '%s'".formatted(member, field));
  }
}
