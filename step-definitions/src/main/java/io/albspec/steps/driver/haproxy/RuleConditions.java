package io.albspec.steps.driver.haproxy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.HostHeaderConditionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.PathPatternConditionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/**
 * The texts in a condition; those of some kinds may be given in a member of their kind, or bare.
 */
final class RuleConditions {

  private RuleConditions() {}

  static List<String> hosts(RuleCondition condition) {
    HostHeaderConditionConfig config = condition.hostHeaderConfig();
    return config == null || config.values().isEmpty() ? condition.values() : config.values();
  }

  static List<String> paths(RuleCondition condition) {
    PathPatternConditionConfig config = condition.pathPatternConfig();
    return config == null || config.values().isEmpty() ? condition.values() : config.values();
  }

  /** Every text that a user gave. */
  static Stream<String> texts(RuleCondition condition) {
    return switch (condition.field()) {
      case "host-header" -> hosts(condition).stream();
      case "path-pattern" -> paths(condition).stream();
      case "http-header" ->
          Stream.concat(
              Stream.of(condition.httpHeaderConfig().httpHeaderName()),
              condition.httpHeaderConfig().values().stream());
      case "query-string" ->
          condition.queryStringConfig().values().stream()
              .flatMap(pair -> Stream.of(pair.key(), pair.value()))
              .filter(Objects::nonNull);
      case "http-request-method" -> condition.httpRequestMethodConfig().values().stream();
      default -> condition.sourceIpConfig().values().stream();
    };
  }
}
