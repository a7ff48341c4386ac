package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import io.albspec.proxy.control.rules.Conditions;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/** DescribeRules, ModifyRule, DeleteRule. */
final class Rules {

  private static final Paging<Rule> PAGING = new Paging<>("DescribeRules", Rule::ruleArn);

  private final Configuration configuration;

  Rules(Configuration configuration) {
    this.configuration = configuration;
  }

  DescribeRulesResponse describe(DescribeRulesRequest request) throws ApiException {
    Paging.Page<Rule> page =
        PAGING.page(asked(configuration.current(), request), request.marker(), request.pageSize());
    return DescribeRulesResponse.builder()
        .rules(page.items())
        .nextMarker(page.nextMarker())
        .build();
  }

  private static List<Rule> asked(Config config, DescribeRulesRequest request) throws ApiException {
    List<String> arns = request.ruleArns();
    String listener = request.listenerArn();
    if (listener == null && arns.isEmpty()) {
      throw ApiException.validation("You must specify either listener rule ARNs or a listener ARN");
    }
    if (listener != null && !arns.isEmpty()) {
      throw ApiException.validation(
          "Listener rule ARNs and a listener ARN cannot be specified at the same time");
    }
    if (listener != null) {
      return Lookup.listener(config, listener).listener().rules().stream()
          .map(RuleConfig::resource)
          .toList();
    }
    List<RuleConfig> found = new ArrayList<>();
    for (String arn : arns) {
      found.add(Lookup.rule(config, arn).rule());
    }
    return found.stream().sorted().map(RuleConfig::resource).toList();
  }

  ModifyRuleResponse modify(ModifyRuleRequest request) throws ApiException {
    return configuration.change(config -> modify(config, request));
  }

  private Changed<ModifyRuleResponse> modify(Config config, ModifyRuleRequest request)
      throws ApiException {
    if (!request.hasConditions() && !request.hasActions()) {
      throw ApiException.validation("Either conditions or actions must be specified");
    }
    RulePlace place = Lookup.rule(config, request.ruleArn()).notDefault("modified");
    Rule.Builder changed = place.rule().resource().toBuilder();
    if (request.hasConditions()) {
      changed.conditions(Conditions.checked(request.conditions()));
    }
    if (request.hasActions()) {
      changed.actions(place.at().actions(config).checked(request.actions()));
    }
    Rule rule = changed.build();
    Config next = place.in(config, place.rule().withResource(rule));
    return new Changed<>(
        configuration.associations().settle(next),
        ModifyRuleResponse.builder().rules(rule).build());
  }

  DeleteRuleResponse delete(DeleteRuleRequest request) throws ApiException {
    return configuration.change(
        config -> {
          RulePlace place = Lookup.rule(config, request.ruleArn()).notDefault("deleted");
          return new Changed<>(
              configuration.associations().settle(place.without(config)),
              DeleteRuleResponse.builder().build());
        });
  }
}
