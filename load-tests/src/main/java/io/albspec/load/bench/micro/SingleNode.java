package io.albspec.load.bench.micro;

import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.exchange.Settings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** A load balancer with the defaults of the guide, one node and one target group. */
final class SingleNode {

  static final String GROUP = "arn:aws:elasticloadbalancing:us-east-2:1:targetgroup/g/0123";
  private static final String BALANCER = "arn:balancer";
  private static final String ZONE = "us-east-2a";

  private SingleNode() {}

  static Settings settings() {
    return new Settings(
        Duration.ofSeconds(60),
        Duration.ofSeconds(3600),
        Settings.ForwardedFor.APPEND,
        false,
        false,
        false,
        false,
        false);
  }

  /** A client's connection; its zone is a text of its own, as one that has been read is. */
  static ConnectionInfo connection() {
    return new ConnectionInfo(
        new InetSocketAddress("192.0.2.1", 4000),
        new InetSocketAddress("192.0.2.2", 80),
        new String(ZONE.toCharArray()),
        1);
  }

  static Config config(Map<String, String> groupAttributes, List<TargetConfig> targets) {
    BalancerConfig balancer =
        new BalancerConfig(
            LoadBalancer.builder().loadBalancerArn(BALANCER).build(),
            Map.of(),
            Map.of(),
            List.of(new Node(ZONE, "subnet-a", InetAddress.getLoopbackAddress())),
            List.of());
    TargetGroupConfig group =
        new TargetGroupConfig(
            TargetGroup.builder().targetGroupArn(GROUP).loadBalancerArns(BALANCER).build(),
            groupAttributes,
            Map.of(),
            targets);
    return new Config(1, Map.of(BALANCER, balancer), Map.of(GROUP, group));
  }

  static List<TargetConfig> targets(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(SingleNode::target).toList();
  }

  private static TargetConfig target(int port) {
    return new TargetConfig(
        TargetDescription.builder().id("127.0.0.1").port(port).build(),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        ZONE,
        false);
  }
}
