package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.HttpHeaderConditionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** An http-header condition (guide, "HTTP header conditions", "Add a rule"). */
final class HttpHeaderValues implements ConditionRules {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9*?!#$%&'+.^_`|~-]+");

  @Override
  public Comparisons comparisons(RuleCondition condition) throws ApiException {
    HttpHeaderConditionConfig config = condition.httpHeaderConfig();
    if (config == null) {
      throw ConditionRules.missing("HttpHeaderConfig", "http-header");
    }
    name(config.httpHeaderName());
    return Comparisons.of("http-header", config.values())
        .noLongerThan(128, "http-header")
        .each(VisibleAscii::only, "http-header", VisibleAscii.DEMAND);
  }

  private static void name(String name) throws ApiException {
    if (name == null || name.isEmpty()) {
      throw ApiException.validation("A 'HttpHeaderName' must be specified in 'HttpHeaderConfig'");
    }
    if (name.length() > 40) {
      throw ApiException.validation("The 'HttpHeaderName' value is too long; the limit is '40'");
    }
    if (!NAME.matcher(name).matches()) {
      throw ApiException.validation("The 'HttpHeaderName' value '%s' is invalid".formatted(name));
    }
    if (name.equalsIgnoreCase("host")) {
      throw ApiException.validation(
          "The 'HttpHeaderName' value cannot be 'Host'; use a 'host-header' condition");
    }
  }
}
