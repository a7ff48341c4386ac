package io.albspec.proxy.store;

import io.albspec.proxy.api.Account;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.S3Object;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.TrustStoreConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TrustStore;

/** Resources to store: as few members as tell them apart, and some of each type. */
final class Configs {

  private Configs() {}

  static BalancerConfig balancer(String arn, ListenerConfig... listeners) {
    LoadBalancer resource =
        LoadBalancer.builder()
            .loadBalancerArn(arn)
            .createdTime(Instant.parse("2026-01-02T03:04:05Z"))
            .state(state -> state.code("active"))
            .securityGroups("sg-1", "sg-2")
            .build();
    return new BalancerConfig(
        resource,
        Map.of("idle_timeout.timeout_seconds", "60"),
        Map.of(),
        nodes(),
        List.of(listeners));
  }

  private static List<Node> nodes() {
    try {
      InetAddress ipv6 =
          InetAddress.getByAddress(
              new byte[] {0x20, 1, 0xd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
      return List.of(
          new Node("us-east-2a", "subnet-a", InetAddress.getByAddress(new byte[] {127, 0, 1, 1})),
          new Node(
              "us-east-2b",
              "subnet-b",
              InetAddress.getByAddress(new byte[] {127, 0, 2, 1}),
              Optional.of(ipv6)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A listener with rules of the priorities 1, 2, ... and a default rule. */
  static ListenerConfig listener(String arn, int rules) {
    Rule last =
        Rule.builder().ruleArn(arn + "/default").priority("default").isDefault(true).build();
    return new ListenerConfig(
        Listener.builder().listenerArn(arn).port(80).build(),
        Map.of("k", "v"),
        Stream.concat(
                IntStream.rangeClosed(1, rules).mapToObj(each -> rule(arn + "/" + each, each)),
                Stream.of(new RuleConfig(last, Map.of())))
            .toList());
  }

  static RuleConfig rule(String arn, int priority) {
    return new RuleConfig(
        Rule.builder()
            .ruleArn(arn)
            .priority(String.valueOf(priority))
            .isDefault(false)
            .conditions(Account.path("/" + arn))
            .actions(Account.fixed("200"))
            .build(),
        Map.of());
  }

  static TargetGroupConfig group(String arn, TargetConfig... targets) {
    return new TargetGroupConfig(
        TargetGroup.builder().targetGroupArn(arn).healthCheckEnabled(true).build(),
        Map.of("stickiness.enabled", "false"),
        Map.of(),
        List.of(targets));
  }

  static TargetConfig target(int number) {
    return new TargetConfig(
        TargetDescription.builder().id("i-" + number).port(80).build(),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 80),
        "us-east-2a",
        Optional.empty());
  }

  static TrustStoreConfig trustStore(String arn) {
    S3Object bundle = new S3Object("bucket", "key", Optional.empty(), Optional.of("digest"));
    return new TrustStoreConfig(
        TrustStore.builder().trustStoreArn(arn).numberOfCaCertificates(1).build(),
        bundle,
        Map.of(),
        List.of(),
        0);
  }

  static Config of(BalancerConfig... balancers) {
    Config config = Config.EMPTY;
    for (BalancerConfig each : balancers) {
      config = config.with(each);
    }
    return config.withGeneration(1);
  }
}
