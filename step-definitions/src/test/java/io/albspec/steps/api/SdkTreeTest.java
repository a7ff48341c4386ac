package io.albspec.steps.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

class SdkTreeTest {

  @Test
  void membersBecomeTheRequestTheyDescribe() {
    Members members =
        new Members()
            .with("ListenerArn", "arn:listener")
            .with("Priority", "10")
            .with("Conditions[1].Field", "path-pattern")
            .with("Conditions[1].PathPatternConfig.Values", "/a, /b")
            .with("Actions[1].Type", "forward")
            .with("Actions[1].TargetGroupArn", "arn:blue");

    CreateRuleRequest request = rule(members);

    assertThat(request)
        .isEqualTo(
            CreateRuleRequest.builder()
                .listenerArn("arn:listener")
                .priority(10)
                .conditions(
                    RuleCondition.builder()
                        .field("path-pattern")
                        .pathPatternConfig(config -> config.values("/a", "/b"))
                        .build())
                .actions(Action.builder().type("forward").targetGroupArn("arn:blue").build())
                .build());
  }

  @Test
  void aRangeStandsForItsMembers() {
    CreateRuleRequest request =
        rule(new Members().with("Tags[1..3].Key", "key-<n>").with("Tags[1..3].Value", "v"));

    assertThat(request.tags())
        .extracting(tag -> tag.key() + "=" + tag.value())
        .containsExactly("key-1=v", "key-2=v", "key-3=v");
  }

  @Test
  void whatIsNotAnEnumValueIsSentAsItIs() {
    CreateRuleRequest request = rule(new Members().with("Actions[1].Type", "dance"));

    assertThat(request.actions().get(0).typeAsString()).isEqualTo("dance");
  }

  @Test
  void structuresAndBooleansAreSet() {
    CreateTargetGroupRequest.Builder builder = CreateTargetGroupRequest.builder();

    SdkTree.fill(
        (SdkPojo) builder,
        new Members()
            .with("Matcher.HttpCode", "200-299")
            .with("HealthCheckEnabled", "false")
            .tree());

    assertThat(builder.build().matcher().httpCode()).isEqualTo("200-299");
    assertThat(builder.build().healthCheckEnabled()).isFalse();
  }

  @Test
  void aMemberThatDoesNotExistIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule(new Members().with("Colour", "blue")))
        .withMessageContaining("Colour")
        .withMessageContaining("ListenerArn");
  }

  @Test
  void anAnswerIsReadByPaths() {
    DescribeLoadBalancersResponse response =
        DescribeLoadBalancersResponse.builder()
            .loadBalancers(
                LoadBalancer.builder().loadBalancerName("one").scheme("internal").build(),
                LoadBalancer.builder().loadBalancerName("two.b").securityGroups("sg-1").build())
            .build();

    Answer.Result answer = new Answer.Result("DescribeLoadBalancers", SdkTree.of(response));

    assertThat(answer.at("LoadBalancers[count]")).contains("2");
    assertThat(answer.at("LoadBalancers[1].Scheme")).contains("internal");
    assertThat(answer.at("LoadBalancers[LoadBalancerName=two.b].SecurityGroups[1]"))
        .contains("sg-1");
    assertThat(answer.at("LoadBalancers[1].SecurityGroups[count]")).contains("0");
    assertThat(answer.at("LoadBalancers[3].Scheme")).isEmpty();
    assertThat(answer.at("LoadBalancers[1].DNSName")).isEmpty();
  }

  @Test
  void whatIsNoPathIsRefused() {
    Answer.Result answer =
        new Answer.Result(
            "DescribeLoadBalancers", SdkTree.of(DescribeLoadBalancersResponse.builder().build()));

    assertThatIllegalArgumentException().isThrownBy(() -> answer.at("LoadBalancers[1"));
  }

  private static CreateRuleRequest rule(Members members) {
    CreateRuleRequest.Builder builder = CreateRuleRequest.builder();
    SdkTree.fill((SdkPojo) builder, members.tree());
    return builder.build();
  }
}
