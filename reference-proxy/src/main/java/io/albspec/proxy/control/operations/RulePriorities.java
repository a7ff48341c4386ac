package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetRulePrioritiesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetRulePrioritiesResponse;

/** SetRulePriorities: all at once, so that rules can change places. */
final class RulePriorities {

  private final Configuration configuration;

  RulePriorities(Configuration configuration) {
    this.configuration = configuration;
  }

  SetRulePrioritiesResponse set(SetRulePrioritiesRequest request) throws ApiException {
    if (request.rulePriorities().isEmpty()) {
      throw ApiException.validation("At least one rule priority must be specified");
    }
    return configuration.change(config -> set(config, request.rulePriorities()));
  }

  private static Changed<SetRulePrioritiesResponse> set(Config config, List<RulePriorityPair> pairs)
      throws ApiException {
    Config next = config;
    Set<String> listeners = new HashSet<>();
    Set<String> priorities = new HashSet<>();
    List<RuleConfig> moved = new ArrayList<>();
    for (RulePriorityPair pair : pairs) {
      if (pair.ruleArn() == null || pair.priority() == null) {
        throw ApiException.validation("A rule ARN and a priority must be specified");
      }
      RulePlace place = Lookup.rule(next, pair.ruleArn()).notDefault("given a priority");
      String priority = String.valueOf(pair.priority());
      if (!priorities.add(place.at().listener().arn() + " " + priority)) {
        throw ApiException.validation(
            "Priority '%s' was provided multiple times".formatted(priority));
      }
      RuleConfig rule =
          place.rule().withResource(place.rule().resource().copy(r -> r.priority(priority)));
      listeners.add(place.at().listener().arn());
      moved.add(rule);
      next = place.in(next, rule);
    }
    for (String listener : listeners) {
      distinct(Lookup.listener(next, listener).listener());
    }
    List<Rule> rules = moved.stream().sorted().map(RuleConfig::resource).toList();
    return new Changed<>(next, SetRulePrioritiesResponse.builder().rules(rules).build());
  }

  private static void distinct(ListenerConfig listener) throws ApiException {
    Set<String> taken = new HashSet<>();
    for (RuleConfig rule : listener.rules()) {
      if (!taken.add(rule.resource().priority())) {
        throw inUse(rule.resource().priority());
      }
    }
  }

  static ApiException inUse(String priority) {
    return new ApiException(
        "PriorityInUse", "Priority '%s' is currently in use".formatted(priority));
  }
}
