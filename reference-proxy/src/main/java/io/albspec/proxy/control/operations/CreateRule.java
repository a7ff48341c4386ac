package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import io.albspec.proxy.control.rules.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/** CreateRule. */
final class CreateRule {

  private final Configuration configuration;
  private final Names names;

  CreateRule(Configuration configuration, Names names) {
    this.configuration = configuration;
    this.names = names;
  }

  CreateRuleResponse create(CreateRuleRequest request) throws ApiException {
    return configuration.change(config -> create(config, request));
  }

  private Changed<CreateRuleResponse> create(Config config, CreateRuleRequest request)
      throws ApiException {
    ListenerPlace place = Lookup.listener(config, request.listenerArn());
    ListenerConfig listener = place.listener();
    String priority = String.valueOf(request.priority());
    Rule rule =
        Rule.builder()
            .ruleArn(names.rule(listener.arn()))
            .priority(priority)
            .isDefault(false)
            .conditions(Conditions.checked(request.conditions()))
            .actions(place.actions(config).checked(request.actions()))
            .build();
    Map<String, String> tags = TagSet.add(Map.of(), request.tags());
    if (listener.rules().stream().anyMatch(r -> r.resource().priority().equals(priority))) {
      throw RulePriorities.inUse(priority);
    }
    configuration.quotas().check(Quota.RULES, count(place.balancer()) + 1);
    List<RuleConfig> rules = new ArrayList<>(listener.rules());
    rules.add(new RuleConfig(rule, tags));
    Config next = place.in(config, listener.withRules(rules));
    return new Changed<>(
        configuration.associations().settle(next),
        CreateRuleResponse.builder().rules(rule).build());
  }

  /** How many rules a load balancer has, default rules not counted. */
  private static long count(BalancerConfig balancer) {
    return balancer.listeners().stream()
        .flatMap(listener -> listener.rules().stream())
        .filter(rule -> !rule.isDefault())
        .count();
  }
}
