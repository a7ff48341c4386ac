package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.fixed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

class TagTest {

  private final Account account = new Account();

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void everyKindOfResourceCanBeTagged() {
    LoadBalancer balancer = account.balancer("web");
    TargetGroup group = account.group("web");
    Listener listener = account.listener(balancer, 80, fixed("200"));
    Rule rule = account.rule(listener, 1, "/", fixed("200"));
    List<String> arns =
        List.of(
            balancer.loadBalancerArn(),
            group.targetGroupArn(),
            listener.listenerArn(),
            rule.ruleArn());

    account
        .client()
        .addTags(a -> a.resourceArns(arns).tags(tag("owner", "Zoë + co"), tag("x", "1")));
    account.client().addTags(a -> a.resourceArns(arns).tags(tag("x", "2")));
    account.client().removeTags(r -> r.resourceArns(rule.ruleArn()).tagKeys("x", "gone"));

    assertThat(tags(arns.get(0))).containsExactly(tag("owner", "Zoë + co"), tag("x", "2"));
    assertThat(tags(arns.get(1))).isEqualTo(tags(arns.get(0)));
    assertThat(tags(arns.get(2))).isEqualTo(tags(arns.get(0)));
    assertThat(tags(arns.get(3))).containsExactly(tag("owner", "Zoë + co"));
  }

  @Test
  void tagsCanBeGivenAtCreation() {
    LoadBalancer balancer =
        account
            .client()
            .createLoadBalancer(
                b -> b.name("web").subnets("subnet-a", "subnet-b").tags(tag("a", "1")))
            .loadBalancers()
            .get(0);

    assertThat(tags(balancer.loadBalancerArn())).containsExactly(tag("a", "1"));
  }

  @Test
  void keysAreCaseSensitive() {
    String arn = account.group("web").targetGroupArn();

    account.client().addTags(a -> a.resourceArns(arn).tags(tag("k", "1"), tag("K", "2")));

    assertThat(tags(arn)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws:owner|x|The tag key 'aws:owner' starts with the reserved prefix 'aws:'",
        "owner|aws:x|The tag value 'aws:x' starts with the reserved prefix",
        "own*er|x|at 'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern",
        "''|x|length greater than or equal to 1"
      })
  void aTagThatCannotBeIsRefused(String key, String value, String message) {
    String arn = account.group("web").targetGroupArn();

    Refused.validation(
        message, () -> account.client().addTags(a -> a.resourceArns(arn).tags(tag(key, value))));
  }

  @Test
  void lengthsAreThoseOfTheGuide() {
    String arn = account.group("web").targetGroupArn();

    account.client().addTags(a -> a.resourceArns(arn).tags(tag("k".repeat(127), "v".repeat(255))));

    Refused.validation(
        "cannot be longer than '127' characters",
        () -> account.client().addTags(a -> a.resourceArns(arn).tags(tag("k".repeat(128), "v"))));
    Refused.validation(
        "cannot be longer than '255' characters",
        () -> account.client().addTags(a -> a.resourceArns(arn).tags(tag("k", "v".repeat(256)))));
  }

  @Test
  void fiftyFitOnAResourceAndAKeyIsGivenOnce() {
    String arn = account.group("web").targetGroupArn();
    List<Tag> fifty = IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "")).toList();

    account.client().addTags(a -> a.resourceArns(arn).tags(fifty));

    Refused.with(
        "TooManyTags",
        "'50'",
        () -> account.client().addTags(a -> a.resourceArns(arn).tags(tag("one", "more"))));
    Refused.with(
        "DuplicateTagKeys",
        "Tag key was specified more than once: k1",
        () ->
            account
                .client()
                .addTags(a -> a.resourceArns(arn).tags(tag("k1", "a"), tag("k1", "b"))));
  }

  @ParameterizedTest
  @CsvSource({
    "loadbalancer/app/gone/0123456789abcdef, LoadBalancerNotFound",
    "targetgroup/gone/0123456789abcdef, TargetGroupNotFound",
    "listener/app/gone/0123456789abcdef/0123456789abcdef, ListenerNotFound",
    "listener-rule/app/gone/0123456789abcdef/0123456789abcdef/0123456789abcdef, RuleNotFound",
    "truststore/gone/0123456789abcdef, TrustStoreNotFound",
    "targetgroups/gone/0123456789abcdef, ValidationError"
  })
  void unknownResourcesAreNotFoundByTheirKind(String path, String code) {
    String arn = "arn:aws:elasticloadbalancing:us-east-2:123456789012:" + path;

    Refused.with(code, "", () -> account.client().describeTags(d -> d.resourceArns(arn)));
    Refused.with(
        code, "", () -> account.client().addTags(a -> a.resourceArns(arn).tags(tag("a", "b"))));
  }

  private List<Tag> tags(String arn) {
    return account.client().describeTags(d -> d.resourceArns(arn)).tagDescriptions().get(0).tags();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
