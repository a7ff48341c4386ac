package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Instance;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.DataPlane;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AnomalyDetection;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/**
 * The states of targets (guide, "Target health status"): those that follow from the configuration,
 * and those that only the data plane knows.
 */
final class TargetStates {

  private final DataPlane dataPlane;
  private final Cloud cloud;

  TargetStates(DataPlane dataPlane, Cloud cloud) {
    this.dataPlane = dataPlane;
    this.cloud = cloud;
  }

  /** The state of a target that is not registered. */
  static TargetHealth notRegistered() {
    return state(
        TargetHealthStateEnum.UNUSED,
        TargetHealthReasonEnum.TARGET_NOT_REGISTERED,
        "Target is not registered to the target group");
  }

  /** The states of one group's targets. */
  Group of(Config config, TargetGroupConfig group) {
    Set<String> zones =
        group.resource().loadBalancerArns().stream()
            .flatMap(balancer -> config.balancer(balancer).stream())
            .flatMap(balancer -> balancer.nodes().stream())
            .map(Node::zone)
            .collect(Collectors.toSet());
    return new Group(group, zones, config.nodeAddresses(), dataPlane, cloud);
  }

  /** The health of an instance that gets no requests, empty if it runs. */
  private static Optional<TargetHealth> ofInstance(Instance.State instance) {
    if (instance == Instance.State.RUNNING) {
      return Optional.empty();
    }
    boolean ended = instance == Instance.State.STOPPED || instance == Instance.State.TERMINATED;
    return Optional.of(
        state(
            TargetHealthStateEnum.UNUSED,
            TargetHealthReasonEnum.TARGET_INVALID_STATE,
            ended
                ? "Target is in the %s state".formatted(instance.text())
                : "Target is in an invalid state"));
  }

  /**
   * The states of one group's targets.
   *
   * @param zones the zones in which it is used
   * @param nodes the addresses of all load balancer nodes
   */
  record Group(
      TargetGroupConfig group,
      Set<String> zones,
      Set<InetAddress> nodes,
      DataPlane dataPlane,
      Cloud cloud) {

    TargetHealth health(TargetConfig target) {
      if (target.draining()) {
        return state(
            TargetHealthStateEnum.DRAINING,
            TargetHealthReasonEnum.TARGET_DEREGISTRATION_IN_PROGRESS,
            "Target deregistration is in progress");
      }
      Optional<TargetHealth> stopped = stopped(target);
      return stopped.isPresent() ? stopped.get() : used(target);
    }

    /** What anomaly detection says of a target, if it gets requests. */
    Optional<AnomalyDetection> anomalyDetection(TargetConfig target) {
      boolean used = !zones.isEmpty() && !target.draining();
      return used && group.resource().targetType() != TargetTypeEnum.LAMBDA
          ? dataPlane.anomalyDetection(group, target)
          : Optional.empty();
    }

    /** An instance that is no longer there was terminated. */
    private Optional<TargetHealth> stopped(TargetConfig target) {
      if (group.resource().targetType() != TargetTypeEnum.INSTANCE) {
        return Optional.empty();
      }
      Optional<Instance> instance = cloud.instance(target.resource().id());
      return ofInstance(instance.map(Instance::state).orElse(Instance.State.TERMINATED));
    }

    private TargetHealth used(TargetConfig target) {
      if (zones.isEmpty()) {
        return state(
            TargetHealthStateEnum.UNUSED,
            TargetHealthReasonEnum.TARGET_NOT_IN_USE,
            "Target group is not configured to receive traffic from the load balancer");
      }
      if (!target.zone().equals("all") && !zones.contains(target.zone())) {
        return state(
            TargetHealthStateEnum.UNUSED,
            TargetHealthReasonEnum.TARGET_NOT_IN_USE,
            "Target is in an Availability Zone that is not enabled for the load balancer");
      }
      if (nodes.contains(target.address().getAddress())) {
        return state(
            TargetHealthStateEnum.UNUSED,
            TargetHealthReasonEnum.TARGET_IP_UNUSABLE,
            "The IP address cannot be used as a target, as it is in use by a load balancer");
      }
      if (!group.resource().healthCheckEnabled()) {
        return state(
            TargetHealthStateEnum.UNAVAILABLE,
            TargetHealthReasonEnum.TARGET_HEALTH_CHECK_DISABLED,
            "Health checks are disabled");
      }
      return dataPlane.health(group, target);
    }
  }

  private static TargetHealth state(
      TargetHealthStateEnum state, TargetHealthReasonEnum reason, String description) {
    return TargetHealth.builder().state(state).reason(reason).description(description).build();
  }
}
