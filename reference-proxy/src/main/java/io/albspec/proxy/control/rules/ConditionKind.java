package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** The six kinds of condition. */
enum ConditionKind {
  PATH_PATTERN("path-pattern", "PathPatternConfig", false, true),
  HOST_HEADER("host-header", "HostHeaderConfig", false, true),
  HTTP_HEADER("http-header", "HttpHeaderConfig", true, true),
  HTTP_REQUEST_METHOD("http-request-method", "HttpRequestMethodConfig", false, false),
  QUERY_STRING("query-string", "QueryStringConfig", true, true),
  SOURCE_IP("source-ip", "SourceIpConfig", false, false);

  private final String field;
  private final String member;
  private final boolean repeats;
  private final boolean wildcards;

  ConditionKind(String field, String member, boolean repeats, boolean wildcards) {
    this.field = field;
    this.member = member;
    this.repeats = repeats;
    this.wildcards = wildcards;
  }

  /** The kind that a condition names, with no member of another kind set beside it. */
  static ConditionKind of(RuleCondition condition) throws ApiException {
    if (condition.field() == null) {
      throw ApiException.validation("A condition field must be specified");
    }
    for (ConditionKind kind : values()) {
      if (kind.field.equals(condition.field())) {
        kind.alone(condition);
        return kind;
      }
    }
    throw ApiException.validation(
        "Condition field '%s' must be one of '[%s]'"
            .formatted(
                condition.field(),
                Arrays.stream(values())
                    .map(ConditionKind::field)
                    .collect(Collectors.joining(","))));
  }

  /** Its name in a condition's field. */
  String field() {
    return field;
  }

  /** Whether a rule may have several conditions of this kind. */
  boolean repeats() {
    return repeats;
  }

  /** Whether * and ? are wildcards in its values. */
  boolean wildcards() {
    return wildcards;
  }

  /** What a request is compared with. */
  Comparisons comparisons(RuleCondition condition) throws ApiException {
    return rules().comparisons(condition);
  }

  /** The condition as it is shown. */
  RuleCondition shown(RuleCondition condition) {
    return rules().shown(condition);
  }

  private ConditionRules rules() {
    return switch (this) {
      case PATH_PATTERN -> new PathPattern();
      case HOST_HEADER -> new HostHeader();
      case HTTP_HEADER -> new HttpHeaderValues();
      case HTTP_REQUEST_METHOD -> new RequestMethod();
      case QUERY_STRING -> new QueryString();
      case SOURCE_IP -> new SourceIp();
    };
  }

  private void alone(RuleCondition condition) throws ApiException {
    for (SdkField<?> other : condition.sdkFields()) {
      String name = other.locationName();
      boolean config = other.getValueOrDefault(condition) instanceof SdkPojo;
      if (config && !name.equals(member)) {
        throw ApiException.validation(
            "The '%s' field is not compatible with '%s'".formatted(name, field));
      }
    }
    boolean plain = List.of(PATH_PATTERN, HOST_HEADER).contains(this);
    if (condition.hasValues() && !condition.values().isEmpty() && !plain) {
      throw ApiException.validation(
          "The 'Values' field is not compatible with '%s'".formatted(field));
    }
  }
}
