package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** A query-string condition (guide, "Query string conditions"). */
final class QueryString implements ConditionRules {

  @Override
  public Comparisons comparisons(RuleCondition condition) throws ApiException {
    if (condition.queryStringConfig() == null) {
      throw ConditionRules.missing("QueryStringConfig", "query-string");
    }
    List<QueryStringKeyValuePair> pairs = condition.queryStringConfig().values();
    List<String> texts = new ArrayList<>();
    for (QueryStringKeyValuePair pair : pairs) {
      if (pair.value() == null || pair.value().isEmpty()) {
        throw ApiException.validation("A 'Value' must be specified in 'QueryStringKeyValuePair'");
      }
      texts.addAll(pair.key() == null ? List.of() : List.of(text(pair.key(), "Key")));
      texts.add(text(pair.value(), "Value"));
    }
    return Comparisons.of("query-string", pairs.size(), texts)
        .each(VisibleAscii::only, "query-string", VisibleAscii.DEMAND);
  }

  private static String text(String text, String what) throws ApiException {
    if (text.length() > 128) {
      throw ApiException.validation(
          "The '%s' value is too long; the limit is '128'".formatted(what));
    }
    return text;
  }
}
