package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Target groups with the defaults of the guide. */
final class Groups {

  private Groups() {}

  static TargetGroupConfig group(String name, TargetConfig... targets) {
    return new TargetGroupConfig(
        TargetGroup.builder()
            .targetGroupArn(
                "arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/%s/%016x"
                    .formatted(name, name.hashCode()))
            .targetGroupName(name)
            .targetType(TargetTypeEnum.IP)
            .protocol(ProtocolEnum.HTTP)
            .protocolVersion("HTTP1")
            .healthCheckProtocol(ProtocolEnum.HTTP)
            .healthCheckPort("traffic-port")
            .healthCheckPath("/")
            .healthCheckIntervalSeconds(30)
            .healthCheckTimeoutSeconds(5)
            .healthyThresholdCount(5)
            .unhealthyThresholdCount(2)
            .matcher(matcher -> matcher.httpCode("200"))
            .loadBalancerArns(Snapshot.ARN)
            .build(),
        Map.of(),
        Map.of(),
        List.of(targets));
  }

  static TargetConfig target(int port) {
    return target(port, false);
  }

  static TargetConfig target(int port, boolean draining) {
    return new TargetConfig(
        TargetDescription.builder().id("127.0.0.1").port(port).build(),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        "us-east-2a",
        draining);
  }

  static TargetGroupConfig with(TargetGroupConfig group, Consumer<TargetGroup.Builder> change) {
    return new TargetGroupConfig(
        group.resource().toBuilder().applyMutation(change).build(),
        group.attributes(),
        group.tags(),
        group.targets());
  }

  static TargetGroupConfig with(TargetGroupConfig group, TargetConfig... targets) {
    return new TargetGroupConfig(
        group.resource(), group.attributes(), group.tags(), Arrays.asList(targets));
  }

  static TargetGroupConfig with(TargetGroupConfig group, String attribute, String value) {
    Map<String, String> attributes = new HashMap<>(group.attributes());
    attributes.put(attribute, value);
    return new TargetGroupConfig(group.resource(), attributes, group.tags(), group.targets());
  }
}
