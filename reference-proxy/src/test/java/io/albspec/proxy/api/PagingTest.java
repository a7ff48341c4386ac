package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.fixed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SslPolicy;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

class PagingTest {

  private final Account account = new Account();

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void aListIsShownPageByPageAndTheLastHasNoMarker() {
    for (String name : List.of("a", "b", "c", "d")) {
      account.group(name);
    }

    DescribeTargetGroupsResponse first = account.client().describeTargetGroups(d -> d.pageSize(2));
    DescribeTargetGroupsResponse second =
        account.client().describeTargetGroups(d -> d.pageSize(2).marker(first.nextMarker()));

    assertThat(names(first)).containsExactly("a", "b");
    assertThat(names(second)).containsExactly("c", "d");
    assertThat(second.nextMarker()).isNull();
  }

  @Test
  void aListThatChangesBetweenTwoPagesIsGoneOnWithWhereItWasLeft() {
    for (String name : List.of("b", "c", "d")) {
      account.group(name);
    }
    DescribeTargetGroupsResponse first = account.client().describeTargetGroups(d -> d.pageSize(2));
    account.group("a");

    DescribeTargetGroupsResponse second =
        account.client().describeTargetGroups(d -> d.marker(first.nextMarker()));

    assertThat(names(second)).containsExactly("d");
  }

  @Test
  void everyPaginatorReachesTheEnd() {
    LoadBalancer balancer = account.balancer("one");
    account.balancer("two");
    Listener listener = account.listener(balancer, 80, fixed("200"));
    account.listener(balancer, 81, fixed("200"));
    account.rule(listener, 1, "/", fixed("200"));
    String arn = balancer.loadBalancerArn();

    assertThat(account.client().describeLoadBalancersPaginator(d -> d.pageSize(1)).loadBalancers())
        .extracting(LoadBalancer::loadBalancerName)
        .containsExactly("one", "two");
    assertThat(
            account
                .client()
                .describeListenersPaginator(d -> d.loadBalancerArn(arn).pageSize(1))
                .listeners())
        .extracting(Listener::port)
        .containsExactly(80, 81);
    assertThat(
            account
                .client()
                .describeRulesPaginator(d -> d.listenerArn(listener.listenerArn()).pageSize(1))
                .stream()
                .flatMap(page -> page.rules().stream()))
        .extracting(Rule::priority)
        .containsExactly("1", "default");
  }

  @Test
  void theAccountsLimitsAreThoseOfTheGuide() {
    List<Limit> limits =
        account.client().describeAccountLimitsPaginator(d -> d.pageSize(5)).stream()
            .flatMap(page -> page.limits().stream())
            .toList();

    assertThat(limits)
        .contains(
            limit("application-load-balancers", "50"),
            limit("listeners-per-application-load-balancer", "50"),
            limit("rules-per-application-load-balancer", "100"),
            limit("targets-per-application-load-balancer", "1000"),
            limit("target-groups", "3000"),
            limit("condition-values-per-alb-rule", "5"))
        .doesNotHaveDuplicates();
  }

  @Test
  void theSecurityPoliciesAreThoseOfTheGuide() {
    List<SslPolicy> policies = account.client().describeSSLPolicies(d -> {}).sslPolicies();
    String marker = account.client().describeSSLPolicies(d -> d.pageSize(25)).nextMarker();
    List<SslPolicy> last =
        account.client().describeSSLPolicies(d -> d.marker(marker)).sslPolicies();
    SslPolicy strict =
        account
            .client()
            .describeSSLPolicies(d -> d.names("ELBSecurityPolicy-TLS13-1-3-2021-06"))
            .sslPolicies()
            .get(0);

    assertThat(policies).hasSize(26).extracting(SslPolicy::name).doesNotHaveDuplicates();
    assertThat(last).containsExactly(policies.get(25));
    assertThat(strict.sslProtocols()).containsExactly("TLSv1.3");
    assertThat(strict.ciphers())
        .extracting(cipher -> cipher.priority() + " " + cipher.name())
        .containsExactly(
            "1 TLS_AES_128_GCM_SHA256",
            "2 TLS_AES_256_GCM_SHA384",
            "3 TLS_CHACHA20_POLY1305_SHA256");
    Refused.with(
        "SSLPolicyNotFound",
        "SSL policy 'mine' not found",
        () -> account.client().describeSSLPolicies(d -> d.names("mine")));
  }

  @Test
  void aMarkerThatWasNotGivenOutHereIsRefused() {
    account.group("a");
    account.group("b");
    String marker =
        Objects.requireNonNull(
            account.client().describeTargetGroups(d -> d.pageSize(1)).nextMarker());

    Refused.validation(
        "The marker 'here' is not valid",
        () -> account.client().describeTargetGroups(d -> d.marker("here")));
    Refused.validation(
        "is not valid", () -> account.client().describeLoadBalancers(d -> d.marker(marker)));
  }

  private static List<String> names(DescribeTargetGroupsResponse page) {
    return page.targetGroups().stream().map(TargetGroup::targetGroupName).toList();
  }

  private static Limit limit(String name, String max) {
    return Limit.builder().name(name).max(max).build();
  }
}
