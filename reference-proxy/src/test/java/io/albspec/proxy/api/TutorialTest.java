package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.forward;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Node;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** The guide's tutorial for the AWS CLI, step by step. */
class TutorialTest {

  private final Account account = new Account();

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void theTutorialsCommandsBuildALoadBalancerWithARule() {
    LoadBalancer balancer =
        account
            .client()
            .createLoadBalancer(
                b ->
                    b.name("my-load-balancer")
                        .subnets("subnet-0e3f5cac72EXAMPLE", "subnet-081ec835f3EXAMPLE")
                        .securityGroups("sg-07e8ffd50fEXAMPLE"))
            .loadBalancers()
            .get(0);
    TargetGroup group =
        account
            .client()
            .createTargetGroup(
                g ->
                    g.name("my-targets")
                        .protocol(ProtocolEnum.HTTP)
                        .port(80)
                        .vpcId("vpc-0598c7d356EXAMPLE"))
            .targetGroups()
            .get(0);
    account
        .client()
        .registerTargets(
            r ->
                r.targetGroupArn(group.targetGroupArn())
                    .targets(target("i-0abcdef1234567890"), target("i-1234567890abcdef0")));

    Listener listener = account.listener(balancer, 80, forward(group));
    Rule rule = account.rule(listener, 10, "/img/*", forward(group));

    assertThat(rule.priority()).isEqualTo("10");
    BalancerConfig live = account.dataPlane().live().balancers().get(balancer.loadBalancerArn());
    assertThat(live.nodes()).extracting(Node::zone).containsExactly("us-east-2a", "us-east-2b");
    assertThat(live.listeners().get(0).rules()).hasSize(2);
    List<TargetHealthDescription> health =
        account
            .client()
            .describeTargetHealth(h -> h.targetGroupArn(group.targetGroupArn()))
            .targetHealthDescriptions();
    assertThat(health)
        .extracting(description -> description.targetHealth().state())
        .containsExactly(TargetHealthStateEnum.HEALTHY, TargetHealthStateEnum.HEALTHY);
  }

  private static TargetDescription target(String id) {
    return TargetDescription.builder().id(id).build();
  }
}
