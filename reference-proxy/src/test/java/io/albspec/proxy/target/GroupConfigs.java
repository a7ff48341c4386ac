package io.albspec.proxy.target;

import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Configurations of one target group, used by a load balancer in the zone us-east-2a. */
public final class GroupConfigs {

  /** The ARN of the group. */
  public static final String ARN = "arn:group";

  private static final String ZONE = "us-east-2a";
  private static final Node NODE = new Node(ZONE, "subnet-a", InetAddress.getLoopbackAddress());

  private GroupConfigs() {}

  /** The group's targets as the node of the load balancer sees them. */
  public static NodeTargets node(LiveTargetGroup group) {
    return group.node(ZONE).orElseThrow();
  }

  /** A node in that zone, at 127.0.N.1. */
  public static Node node(String zone, int number) {
    try {
      byte[] address = {127, 0, (byte) number, 1};
      return new Node(zone, "subnet-" + number, InetAddress.getByAddress(address));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A target on that port of 127.0.0.1, named after the port. */
  public static TargetConfig target(int port) {
    return target(port, ZONE, false);
  }

  /** A target on that port that is draining. */
  public static TargetConfig draining(int port) {
    return target(port, ZONE, true);
  }

  /** A target on that port in that zone. */
  public static TargetConfig target(int port, String zone, boolean draining) {
    return new TargetConfig(
        TargetDescription.builder().id("i-" + port).port(port).build(),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        zone,
        draining);
  }

  /** The group with these targets. */
  public static TargetGroupConfig group(TargetConfig... targets) {
    return group(group -> {}, Map.of(), targets);
  }

  /** The group with these members, attributes and targets. */
  public static TargetGroupConfig group(
      Consumer<TargetGroup.Builder> members,
      Map<String, String> attributes,
      TargetConfig... targets) {
    TargetGroup resource =
        TargetGroup.builder()
            .targetGroupArn(ARN)
            .targetType("ip")
            .protocol("HTTP")
            .healthCheckEnabled(true)
            .healthCheckProtocol("HTTP")
            .healthCheckPort("traffic-port")
            .healthCheckPath("/")
            .healthCheckIntervalSeconds(30)
            .healthCheckTimeoutSeconds(5)
            .healthyThresholdCount(5)
            .unhealthyThresholdCount(2)
            .matcher(matcher -> matcher.httpCode("200"))
            .loadBalancerArns("arn:balancer")
            .applyMutation(members)
            .build();
    return new TargetGroupConfig(resource, attributes, Map.of(), Arrays.asList(targets));
  }

  /** A configuration of that group, or of none. */
  public static Config config(TargetGroupConfig... groups) {
    return config(List.of(NODE), groups);
  }

  /** A configuration of that group, used by a load balancer with these nodes. */
  public static Config config(List<Node> nodes, TargetGroupConfig... groups) {
    BalancerConfig balancer =
        new BalancerConfig(
            LoadBalancer.builder().loadBalancerArn("arn:balancer").build(),
            Map.of(),
            Map.of(),
            nodes,
            List.of());
    Map<String, TargetGroupConfig> byArn = groups.length == 0 ? Map.of() : Map.of(ARN, groups[0]);
    return new Config(1, Map.of("arn:balancer", balancer), byArn);
  }
}
