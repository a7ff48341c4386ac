package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Addresses;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Instance;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IpAddressType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Fits the configuration of the last run into the surroundings of this one. */
final class Restart {

  private final Cloud cloud;
  private final Addresses addresses;

  Restart(Cloud cloud, Addresses addresses) {
    this.cloud = cloud;
    this.addresses = addresses;
  }

  /**
   * The configuration with its node addresses leased again, each the same if it is free, and its
   * instances where the surroundings have them now.
   */
  Config restore(Config loaded) throws ApiException {
    Config config = loaded;
    for (BalancerConfig balancer : loaded.balancers().values()) {
      List<Node> nodes = new ArrayList<>();
      for (Node node : balancer.nodes()) {
        nodes.add(leased(node));
      }
      IpAddressType type = balancer.resource().ipAddressType();
      config = config.with(BalancerSettings.reached(balancer, Network.withIpv6(nodes, type), type));
    }
    for (TargetGroupConfig group : loaded.targetGroups().values()) {
      if (group.resource().targetType() == TargetTypeEnum.INSTANCE) {
        config =
            config.with(group.withTargets(group.targets().stream().map(this::placed).toList()));
      }
    }
    return config;
  }

  private Node leased(Node node) throws ApiException {
    Zone zone =
        cloud
            .zone(node.zone())
            .orElseThrow(
                () -> ApiException.validation("There is no zone '%s'".formatted(node.zone())));
    if (cloud.subnet(node.subnetId()).filter(subnet -> subnet.zone().equals(zone)).isEmpty()) {
      cloud.subnet(node.subnetId(), zone);
    }
    return addresses
        .lease(zone, node.address())
        .map(address -> new Node(node.zone(), node.subnetId(), address))
        .orElseThrow(
            () ->
                new ApiException(
                    "InvalidSubnet",
                    "Every address of the zone %s is in use".formatted(node.zone())));
  }

  private TargetConfig placed(TargetConfig target) {
    String id = target.resource().id();
    if (!cloud.knowsInstance(id)) {
      Optional<Zone> zone = cloud.zone(target.zone());
      zone.ifPresent(z -> cloud.instance(id, target.address().getAddress(), z));
      return target;
    }
    Optional<Instance> instance = cloud.instance(id);
    return instance.map(now -> PlacedDataPlane.at(now, target)).orElse(target);
  }
}
