package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.fixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.control.operations.Quotas;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

class QuotaTest {

  private static final String LISTENERS = "listeners-per-application-load-balancer";

  @Test
  void whatIsAdjustedIsToldAndHeldTo() {
    try (Account account = new Account(Quotas.STANDARD.with(LISTENERS, 2))) {
      LoadBalancer balancer = account.balancer("web");
      account.listener(balancer, 80, fixed("200"));
      account.listener(balancer, 81, fixed("200"));

      Refused.with(
          "TooManyListeners",
          "listeners per load balancer '2'",
          () -> account.listener(balancer, 82, fixed("200")));
      assertThat(limit(account, LISTENERS)).isEqualTo("2");
      assertThat(limit(account, "application-load-balancers")).isEqualTo("50");
    }
  }

  @Test
  void moreThanTheStandardCanBeAllowed() {
    String rules = "rules-per-application-load-balancer";
    try (Account account = new Account(Quotas.STANDARD.with(rules, 101))) {
      Listener listener = account.listener(account.balancer("web"), 80, fixed("200"));
      for (int priority = 1; priority <= 101; priority++) {
        account.rule(listener, priority, "/" + priority, fixed("200"));
      }

      Refused.with(
          "TooManyRules", "'101'", () -> account.rule(listener, 102, "/102", fixed("200")));
    }
  }

  @Test
  void whatCannotBeAdjustedIsSaid() {
    assertThatThrownBy(() -> Quotas.STANDARD.with("rules", 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no quota 'rules'; those that can be adjusted are ")
        .hasMessageContaining("rules-per-application-load-balancer");
    assertThatThrownBy(() -> Quotas.STANDARD.with("condition-values-per-alb-rule", 7))
        .hasMessageStartingWith("the quota 'condition-values-per-alb-rule' cannot be adjusted");
    assertThatThrownBy(() -> Quotas.STANDARD.with(LISTENERS, 0))
        .hasMessage("the quota '%s' can be from 1 to 10000000, not 0", LISTENERS);
    assertThatThrownBy(() -> Quotas.STANDARD.with(LISTENERS, 10_000_001))
        .hasMessageContaining("not 10000001");
  }

  private static String limit(Account account, String name) {
    return account.client().describeAccountLimits(d -> {}).limits().stream()
        .filter(limit -> limit.name().equals(name))
        .map(Limit::max)
        .findFirst()
        .orElseThrow();
  }
}
