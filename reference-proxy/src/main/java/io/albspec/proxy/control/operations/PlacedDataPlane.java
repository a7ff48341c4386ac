package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Instance;
import io.albspec.proxy.cloud.Vpc;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.DataPlane;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AnomalyDetection;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/**
 * A data plane in the surroundings as they are now: instances get requests where they are reached,
 * and only while they run; addresses get none that have become those of a load balancer (guide,
 * "Target health status").
 */
final class PlacedDataPlane implements DataPlane {

  private final Cloud cloud;
  private final DataPlane dataPlane;

  PlacedDataPlane(Cloud cloud, DataPlane dataPlane) {
    this.cloud = cloud;
    this.dataPlane = dataPlane;
  }

  @Override
  public void apply(Config config) throws ApiException {
    for (TargetGroupConfig group : config.targetGroups().values()) {
      for (String balancer : group.resource().loadBalancerArns()) {
        checkVpc(group, config.balancers().get(balancer));
      }
    }
    dataPlane.apply(placed(config));
  }

  @Override
  public TargetHealth health(TargetGroupConfig group, TargetConfig target) {
    return dataPlane.health(group, isOfInstances(group) ? placed(target).orElse(target) : target);
  }

  @Override
  public Optional<AnomalyDetection> anomalyDetection(TargetGroupConfig group, TargetConfig target) {
    return dataPlane.anomalyDetection(
        group, isOfInstances(group) ? placed(target).orElse(target) : target);
  }

  @Override
  public void close() {
    dataPlane.close();
  }

  private void checkVpc(TargetGroupConfig group, BalancerConfig balancer) throws ApiException {
    Optional<Vpc> own = cloud.vpc(balancer.resource().vpcId());
    Optional<Vpc> other = Optional.ofNullable(group.resource().vpcId()).flatMap(cloud::vpc);
    if (own.isPresent() && other.isPresent() && !own.get().equals(other.get())) {
      throw ApiException.configuration(
          "Target group '%s' is in a different VPC than load balancer '%s'"
              .formatted(group.arn(), balancer.arn()));
    }
  }

  private Config placed(Config config) {
    Set<InetAddress> nodes = config.nodeAddresses();
    Config placed = config;
    for (TargetGroupConfig group : config.targetGroups().values()) {
      List<TargetConfig> targets =
          isOfInstances(group)
              ? group.targets().stream().flatMap(target -> placed(target).stream()).toList()
              : group.targets().stream().filter(target -> !isAt(nodes, target)).toList();
      if (!targets.equals(group.targets())) {
        placed = placed.with(group.withTargets(targets));
      }
    }
    return placed;
  }

  private static boolean isAt(Set<InetAddress> nodes, TargetConfig target) {
    return nodes.contains(target.address().getAddress());
  }

  private static boolean isOfInstances(TargetGroupConfig group) {
    return group.resource().targetType() == TargetTypeEnum.INSTANCE;
  }

  /** The target where it is now, empty if its instance does not run or is no longer there. */
  private Optional<TargetConfig> placed(TargetConfig target) {
    return cloud
        .instance(target.resource().id())
        .filter(Instance::isRunning)
        .map(running -> at(running, target));
  }

  /** A target that is where its instance is reached, over the same version of IP as before. */
  static TargetConfig at(Instance instance, TargetConfig target) {
    int port = target.resource().port();
    InetSocketAddress reached =
        target.address().getAddress() instanceof Inet6Address
            ? instance.ipv6Socket(port).orElse(target.address())
            : instance.socket(port);
    return new TargetConfig(
        target.resource(), reached, instance.zone().zoneName(), target.drainedAt());
  }
}
