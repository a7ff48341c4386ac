package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.RuleConfig;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.FixedResponseActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.HostHeaderConditionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.HttpHeaderConditionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.PathPatternConditionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** Refuses rules that HAProxy cannot follow. */
final class RuleSupport {

  private static final Set<String> FIELDS =
      Set.of(
          "host-header",
          "path-pattern",
          "http-header",
          "query-string",
          "http-request-method",
          "source-ip");

  private RuleSupport() {}

  static void check(RuleConfig rule) throws ApiException {
    if (!rule.resource().transforms().isEmpty()) {
      throw Refusal.unsupported("transforms", "this driver does not rewrite URLs");
    }
    for (RuleCondition condition : rule.resource().conditions()) {
      condition(condition);
    }
    for (Action action : rule.resource().actions()) {
      action(action);
    }
  }

  private static void condition(RuleCondition condition) throws ApiException {
    String kind = condition.field() + " conditions";
    if (!FIELDS.contains(condition.field())) {
      throw Refusal.unsupported(kind, "this driver does not know them");
    }
    if (!condition.regexValues().isEmpty()
        || regex(condition.hostHeaderConfig(), HostHeaderConditionConfig::regexValues)
        || regex(condition.pathPatternConfig(), PathPatternConditionConfig::regexValues)
        || regex(condition.httpHeaderConfig(), HttpHeaderConditionConfig::regexValues)) {
      throw Refusal.unsupported(kind + " with regular expressions", "its dialect is another one");
    }
    for (String text : RuleConditions.texts(condition).toList()) {
      Refusal.controlCharacters("a %s condition".formatted(condition.field()), text);
    }
  }

  private static <T> boolean regex(T config, Function<T, List<String>> values) {
    return config != null && !values.apply(config).isEmpty();
  }

  private static void action(Action action) throws ApiException {
    switch (action.type()) {
      case FORWARD -> forward(action.forwardConfig());
      case FIXED_RESPONSE -> fixed(action.fixedResponseConfig());
      case REDIRECT -> redirect(action.redirectConfig());
      default ->
          throw Refusal.unsupported(
              action.typeAsString() + " actions", "it has no client for identity providers");
    }
  }

  private static void forward(ForwardActionConfig forward) throws ApiException {
    boolean sticky =
        forward != null
            && forward.targetGroupStickinessConfig() != null
            && Boolean.TRUE.equals(forward.targetGroupStickinessConfig().enabled());
    if (sticky) {
      throw Refusal.unsupported(
          "target group stickiness", "its cookies bind a client to a server, not to a backend");
    }
  }

  private static void fixed(FixedResponseActionConfig response) throws ApiException {
    Refusal.controlCharacters("a content type", response.contentType());
    if (response.messageBody() != null && response.messageBody().indexOf('\0') >= 0) {
      throw Refusal.unsupported("a message body with NUL", "it ends the text of a directive");
    }
  }

  private static void redirect(RedirectActionConfig redirect) throws ApiException {
    Refusal.controlCharacters("a redirect host", redirect.host());
    Refusal.controlCharacters("a redirect path", redirect.path());
    Refusal.controlCharacters("a redirect query", redirect.query());
    Refusal.controlCharacters("a redirect port", redirect.port());
    Refusal.controlCharacters("a redirect protocol", redirect.protocol());
  }
}
