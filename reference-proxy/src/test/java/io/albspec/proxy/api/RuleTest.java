package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.fixed;
import static io.albspec.proxy.api.Account.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;

class RuleTest {

  private final Account account = new Account();
  private final Listener listener = account.listener(account.balancer("web"), 80, fixed("404"));

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void rulesAreShownAndCarriedInTheOrderOfEvaluation() {
    account.rule(listener, 20, "/b", fixed("200"));
    account.rule(listener, 3, "/a", fixed("200"));
    account.rule(listener, 100, "/c", fixed("200"));

    assertThat(priorities()).containsExactly("3", "20", "100", "default");
    assertThat(
            account
                .dataPlane()
                .live()
                .balancers()
                .get(listener.loadBalancerArn())
                .listeners()
                .get(0)
                .rules())
        .extracting(rule -> rule.resource().priority())
        .containsExactly("3", "20", "100", "default");
  }

  @Test
  void aPriorityIsUsedOnce() {
    account.rule(listener, 1, "/a", fixed("200"));

    Refused.with(
        "PriorityInUse",
        "Priority '1' is currently in use",
        () -> account.rule(listener, 1, "/b", fixed("200")));
    Refused.validation(
        "Value '0' at 'priority' failed to satisfy constraint: Member must have value greater than or equal to 1",
        () -> account.rule(listener, 0, "/b", fixed("200")));
    Refused.validation(
        "less than or equal to 50000", () -> account.rule(listener, 50001, "/b", fixed("200")));
  }

  @Test
  void prioritiesCanBeSwapped() {
    Rule first = account.rule(listener, 1, "/a", fixed("200"));
    Rule second = account.rule(listener, 2, "/b", fixed("200"));

    List<Rule> set =
        account
            .client()
            .setRulePriorities(s -> s.rulePriorities(pair(first, 2), pair(second, 1)))
            .rules();

    assertThat(set).extracting(Rule::ruleArn).containsExactly(second.ruleArn(), first.ruleArn());
    assertThat(priorities()).containsExactly("1", "2", "default");
  }

  @Test
  void prioritiesThatCannotBeAreRefused() {
    Rule first = account.rule(listener, 1, "/a", fixed("200"));
    Rule second = account.rule(listener, 2, "/b", fixed("200"));

    Refused.with(
        "PriorityInUse",
        "Priority '2' is currently in use",
        () -> account.client().setRulePriorities(s -> s.rulePriorities(pair(first, 2))));
    Refused.validation(
        "Priority '7' was provided multiple times",
        () ->
            account
                .client()
                .setRulePriorities(s -> s.rulePriorities(pair(first, 7), pair(second, 7))));
    Refused.with(
        "OperationNotPermitted",
        "cannot be given a priority",
        () -> account.client().setRulePriorities(s -> s.rulePriorities(pair(byDefault(), 7))));
    assertThat(priorities()).containsExactly("1", "2", "default");
  }

  @Test
  void theDefaultRuleIsProtected() {
    Rule rule = byDefault();

    Refused.with(
        "OperationNotPermitted",
        "Default rule '%s' cannot be deleted".formatted(rule.ruleArn()),
        () -> account.client().deleteRule(d -> d.ruleArn(rule.ruleArn())));
    Refused.with(
        "OperationNotPermitted",
        "cannot be modified",
        () -> account.client().modifyRule(m -> m.ruleArn(rule.ruleArn()).conditions(path("/x"))));
  }

  @Test
  void conditionsAndActionsCanBeModified() {
    Rule rule = account.rule(listener, 1, "/a", fixed("200"));

    account.client().modifyRule(m -> m.ruleArn(rule.ruleArn()).conditions(path("/z")));
    account.client().modifyRule(m -> m.ruleArn(rule.ruleArn()).actions(fixed("503")));

    Rule modified = account.client().describeRules(d -> d.ruleArns(rule.ruleArn())).rules().get(0);
    assertThat(modified.conditions().get(0).values()).containsExactly("/z");
    assertThat(modified.actions().get(0).fixedResponseConfig().statusCode()).isEqualTo("503");
    Refused.validation(
        "Either conditions or actions must be specified",
        () -> account.client().modifyRule(m -> m.ruleArn(rule.ruleArn())));
  }

  @Test
  void aDeletedRuleIsGone() {
    Rule rule = account.rule(listener, 1, "/a", fixed("200"));

    account.client().deleteRule(d -> d.ruleArn(rule.ruleArn()));

    assertThat(priorities()).containsExactly("default");
    Refused.with(
        "RuleNotFound",
        "One or more rules not found",
        () -> account.client().deleteRule(d -> d.ruleArn(rule.ruleArn())));
    Refused.with(
        "RuleNotFound",
        "not found",
        () -> account.client().describeRules(d -> d.ruleArns(rule.ruleArn())));
  }

  @Test
  void describingNeedsAListenerOrRules() {
    Refused.validation(
        "You must specify either listener rule ARNs or a listener ARN",
        () -> account.client().describeRules(d -> {}));
    Refused.validation(
        "Listener rule ARNs and a listener ARN cannot be specified at the same time",
        () ->
            account
                .client()
                .describeRules(
                    d -> d.listenerArn(listener.listenerArn()).ruleArns(byDefault().ruleArn())));
  }

  @Test
  void aHundredFitOnALoadBalancer() {
    for (int priority = 1; priority <= 100; priority++) {
      account.rule(listener, priority, "/" + priority, fixed("200"));
    }

    Refused.with(
        "TooManyRules",
        "rules per load balancer '100'",
        () -> account.rule(listener, 101, "/101", fixed("200")));
  }

  private Rule byDefault() {
    List<Rule> rules = rules();
    return rules.get(rules.size() - 1);
  }

  private List<Rule> rules() {
    return account.client().describeRules(d -> d.listenerArn(listener.listenerArn())).rules();
  }

  private List<String> priorities() {
    return rules().stream().map(Rule::priority).toList();
  }

  private static RulePriorityPair pair(Rule rule, int priority) {
    return RulePriorityPair.builder().ruleArn(rule.ruleArn()).priority(priority).build();
  }
}
