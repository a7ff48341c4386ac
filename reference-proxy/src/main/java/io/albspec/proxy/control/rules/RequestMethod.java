package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** An http-request-method condition (guide, "HTTP request method conditions"). */
final class RequestMethod implements ConditionRules {

  private static final Pattern ALLOWED = Pattern.compile("[A-Z_-]+");

  @Override
  public Comparisons comparisons(RuleCondition condition) throws ApiException {
    if (condition.httpRequestMethodConfig() == null) {
      throw ConditionRules.missing("HttpRequestMethodConfig", "http-request-method");
    }
    return Comparisons.of("http-request-method", condition.httpRequestMethodConfig().values())
        .noLongerThan(40, "http-request-method")
        .each(
            value -> ALLOWED.matcher(value).matches(),
            "http-request-method",
            "the allowed characters are A-Z, hyphen and underscore");
  }
}
