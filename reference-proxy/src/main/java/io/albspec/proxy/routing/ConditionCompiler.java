package io.albspec.proxy.routing;

import io.albspec.proxy.control.ApiException;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** Makes conditions out of those of the API, given by {@code Values} or by their own members. */
public final class ConditionCompiler {

  private static final String ANY = "*";

  private ConditionCompiler() {}

  /**
   * The condition at work.
   *
   * @throws ApiException if this balancer has no such condition, or a value makes no sense
   */
  public static Condition compile(RuleCondition condition) throws ApiException {
    if (condition.hasRegexValues()) {
      throw new ApiException(
          "OperationNotPermitted",
          "Regular expressions in a '%s' condition are not supported".formatted(condition.field()));
    }
    try {
      return compileField(condition);
    } catch (IllegalArgumentException e) {
      throw new ApiException(
          "ValidationError", "Condition '%s': %s".formatted(condition.field(), e.getMessage()));
    }
  }

  private static Condition compileField(RuleCondition condition) throws ApiException {
    String field = String.valueOf(condition.field());
    return switch (field) {
      case "host-header" -> new HostCondition(hosts(condition));
      case "path-pattern" -> new PathCondition(paths(condition));
      case "http-header" ->
          new HeaderCondition(
              condition.httpHeaderConfig().httpHeaderName(), condition.httpHeaderConfig().values());
      case "http-request-method" ->
          new MethodCondition(condition.httpRequestMethodConfig().values());
      case "query-string" ->
          new QueryCondition(
              condition.queryStringConfig().values().stream()
                  .map(ConditionCompiler::pair)
                  .toList());
      case "source-ip" -> new SourceIpCondition(condition.sourceIpConfig().values());
      default ->
          throw new ApiException(
              "ValidationError", "Condition field '%s' is not supported".formatted(field));
    };
  }

  private static List<String> hosts(RuleCondition condition) {
    boolean ownMember = condition.hostHeaderConfig() != null;
    return ownMember ? condition.hostHeaderConfig().values() : condition.values();
  }

  /** An ampersand may be written as an HTML entity in paths (guide: "Path conditions"). */
  private static List<String> paths(RuleCondition condition) {
    boolean ownMember = condition.pathPatternConfig() != null;
    List<String> paths = ownMember ? condition.pathPatternConfig().values() : condition.values();
    return paths.stream().map(path -> path.replace("&amp;", "&")).toList();
  }

  private static QueryCondition.Pair pair(QueryStringKeyValuePair pair) {
    boolean anyKey = pair.key() == null || pair.key().isEmpty();
    return QueryCondition.Pair.of(anyKey ? ANY : pair.key(), pair.value());
  }
}
