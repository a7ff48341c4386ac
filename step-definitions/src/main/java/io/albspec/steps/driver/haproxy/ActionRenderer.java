package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.FixedResponseActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;

/** What a rule does with the requests that meet it. */
final class ActionRenderer {

  private final Config config;
  private final RedirectLocation location;

  ActionRenderer(Listener listener, Config config) {
    this.config = config;
    this.location = new RedirectLocation(listener);
  }

  /** The directives that answer requests on the spot. */
  List<String> answers(RuleConfig rule) {
    Action action = last(rule);
    String when = " if " + Names.rule(rule.resource().priority());
    return switch (action.type()) {
      case FIXED_RESPONSE -> List.of(fixed(action.fixedResponseConfig()) + when);
      case REDIRECT -> List.of(redirect(action.redirectConfig()) + when);
      default -> draw(groups(action), when);
    };
  }

  /** The directives that choose a backend. */
  List<String> routes(RuleConfig rule) {
    Action action = last(rule);
    if (action.type() != ActionTypeEnum.FORWARD) {
      return List.of();
    }
    String condition = Names.rule(rule.resource().priority());
    List<String> lines = new ArrayList<>();
    List<WeightedGroup> groups = groups(action).stream().filter(each -> each.weight() > 0).toList();
    int upTo = 0;
    for (WeightedGroup each : groups) {
      upTo += each.weight();
      String share = groups.size() == 1 ? "" : " { var(txn.draw) -m int lt %d }".formatted(upTo);
      lines.addAll(route(each.group(), condition + share));
    }
    return lines;
  }

  /**
   * Shares by weight are drawn by lot for each request; with no weight at all nothing is routed.
   */
  private static List<String> draw(List<WeightedGroup> groups, String when) {
    int total = groups.stream().mapToInt(WeightedGroup::weight).sum();
    if (total == 0) {
      return List.of("http-request return status 503" + when);
    }
    boolean one = groups.stream().filter(each -> each.weight() > 0).count() == 1;
    return one
        ? List.of()
        : List.of("http-request set-var(txn.draw) rand(%d)".formatted(total) + when);
  }

  /** Guide, "Target group health": with too few healthy targets, requests go to all of them. */
  private static List<String> route(TargetGroupConfig group, String condition) {
    String backend = Names.backend(group);
    String healthy = " { nbsrv(%s) lt %d }".formatted(backend, Servers.minimumHealthy(group));
    String route = "use_backend " + backend + " if " + condition;
    return Servers.of(group).isEmpty()
        ? List.of(route)
        : List.of("use_backend " + Names.failOpen(group) + " if " + condition + healthy, route);
  }

  private static String fixed(FixedResponseActionConfig response) {
    String status = "http-request return status " + response.statusCode();
    String body = Optional.ofNullable(response.messageBody()).orElse("");
    if (body.isEmpty()) {
      return status;
    }
    String type = Optional.ofNullable(response.contentType()).orElse("text/plain");
    return status + " content-type " + Word.of(type) + " string " + Word.of(body);
  }

  private String redirect(RedirectActionConfig redirect) {
    String code = redirect.statusCodeAsString().replace("HTTP_", "");
    return "http-request redirect location " + Word.of(location.format(redirect)) + " code " + code;
  }

  private List<WeightedGroup> groups(Action forward) {
    return WeightedGroup.of(forward, config);
  }

  private static Action last(RuleConfig rule) {
    return rule.resource().actions().stream()
        .max(Comparator.comparing(action -> Optional.ofNullable(action.order()).orElse(0)))
        .orElseThrow(() -> new IllegalArgumentException("a rule without an action"));
  }
}
