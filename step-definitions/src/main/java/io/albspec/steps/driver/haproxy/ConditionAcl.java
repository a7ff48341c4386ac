package io.albspec.steps.driver.haproxy;

import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** A condition of a rule as an ACL (guide, "Rule condition types"). */
final class ConditionAcl {

  private ConditionAcl() {}

  /** The directive that declares it. */
  static String line(String name, RuleCondition condition) {
    return "acl " + name + " " + test(condition);
  }

  private static String test(RuleCondition condition) {
    return switch (condition.field()) {
      case "host-header" ->
          compare("req.fhdr(host,1),host_only -i", RuleConditions.hosts(condition));
      case "path-pattern" -> compare("path", RuleConditions.paths(condition));
      case "http-header" ->
          compare(
              Word.of("req.fhdr(%s)".formatted(Argument.of(headerName(condition)))) + " -i",
              condition.httpHeaderConfig().values());
      case "query-string" ->
          "query -i -m reg -- " + words(query(condition.queryStringConfig().values()));
      case "http-request-method" ->
          "method -m str -- " + words(condition.httpRequestMethodConfig().values());
      case "source-ip" -> "src -- " + words(condition.sourceIpConfig().values());
      default -> throw new IllegalArgumentException("condition field " + condition.field());
    };
  }

  private static String headerName(RuleCondition condition) {
    return condition.httpHeaderConfig().httpHeaderName();
  }

  private static String compare(String sample, List<String> values) {
    if (values.stream().noneMatch(Wildcards::in)) {
      return sample + " -m str -- " + words(values);
    }
    List<String> patterns =
        values.stream().map(value -> "^" + Wildcards.regex(value, ".") + "$").toList();
    return sample + " -m reg -- " + words(patterns);
  }

  private static List<String> query(List<QueryStringKeyValuePair> pairs) {
    return pairs.stream().map(ConditionAcl::parameter).toList();
  }

  /** A parameter without an equals sign has an empty value. */
  private static String parameter(QueryStringKeyValuePair pair) {
    boolean anyKey = pair.key() == null || pair.key().isEmpty();
    String key = anyKey ? "[^&=]*" : Wildcards.regexWithEscapes(pair.key(), "[^&=]");
    String value = "=" + Wildcards.regexWithEscapes(pair.value(), "[^&]");
    boolean mayBeEmpty = pair.value().chars().allMatch(character -> character == '*');
    return "(^|&)" + key + (mayBeEmpty ? "(" + value + ")?" : value) + "(&|$)";
  }

  private static String words(List<String> values) {
    return values.stream().map(Word::of).collect(Collectors.joining(" "));
  }
}
