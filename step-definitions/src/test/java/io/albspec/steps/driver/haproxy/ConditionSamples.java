package io.albspec.steps.driver.haproxy;

import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** Conditions of rules. */
final class ConditionSamples {

  private ConditionSamples() {}

  static RuleCondition host(String... values) {
    return RuleCondition.builder()
        .field("host-header")
        .hostHeaderConfig(config -> config.values(values))
        .build();
  }

  static RuleCondition path(String... values) {
    return RuleCondition.builder()
        .field("path-pattern")
        .pathPatternConfig(config -> config.values(values))
        .build();
  }

  static RuleCondition header(String name, String... values) {
    return RuleCondition.builder()
        .field("http-header")
        .httpHeaderConfig(config -> config.httpHeaderName(name).values(values))
        .build();
  }

  static RuleCondition query(String key, String value) {
    return RuleCondition.builder()
        .field("query-string")
        .queryStringConfig(
            config ->
                config.values(QueryStringKeyValuePair.builder().key(key).value(value).build()))
        .build();
  }

  static RuleCondition method(String... values) {
    return RuleCondition.builder()
        .field("http-request-method")
        .httpRequestMethodConfig(config -> config.values(values))
        .build();
  }

  static RuleCondition source(String... values) {
    return RuleCondition.builder()
        .field("source-ip")
        .sourceIpConfig(config -> config.values(values))
        .build();
  }
}
