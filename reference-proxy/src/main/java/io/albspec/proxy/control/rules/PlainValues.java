package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** The older way to give a condition: one value, outside the member of its kind. */
final class PlainValues {

  private PlainValues() {}

  /** The values of a condition, given in one way or the other but not both. */
  static List<String> orConfig(RuleCondition condition, List<String> config, String member)
      throws ApiException {
    String field = condition.field();
    List<String> plain = condition.values();
    if (!plain.isEmpty() && !config.isEmpty() && !plain.equals(config)) {
      throw ApiException.validation(
          "You cannot provide both Values and '%s' for a condition of type '%s'"
              .formatted(member, field));
    }
    if (config.isEmpty() && plain.size() > 1) {
      throw ApiException.validation(
          "The '%s' field contains too many values; the limit is '1'".formatted(field));
    }
    return config.isEmpty() ? plain : config;
  }
}
