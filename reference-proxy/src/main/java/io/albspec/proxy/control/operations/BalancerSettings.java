package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Subnet;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IpAddressType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetIpAddressTypeRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetIpAddressTypeResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsResponse;

/** SetSubnets, SetSecurityGroups, SetIpAddressType. */
final class BalancerSettings {

  private final Configuration configuration;
  private final Network network;

  BalancerSettings(Configuration configuration, Network network) {
    this.configuration = configuration;
    this.network = network;
  }

  SetSubnetsResponse subnets(SetSubnetsRequest request) throws ApiException {
    return configuration.change(config -> subnets(config, request));
  }

  private Changed<SetSubnetsResponse> subnets(Config config, SetSubnetsRequest request)
      throws ApiException {
    BalancerConfig balancer = Lookup.balancer(config, request.loadBalancerArn());
    IpAddressType type =
        Objects.requireNonNullElse(request.ipAddressType(), balancer.resource().ipAddressType());
    Map<Zone, Subnet> zones =
        network.subnets(request.subnets(), request.subnetMappings(), type, balancer.nodes());
    if (!zones.values().iterator().next().vpc().equals(balancer.resource().vpcId())) {
      throw ApiException.configuration("All subnets must belong to the VPC of the load balancer");
    }
    BalancerConfig changed = reached(balancer, network.nodes(zones, balancer.nodes(), type), type);
    Associations.addressTypes(config, changed, Associations.groups(changed));
    return new Changed<>(
        config.with(changed),
        SetSubnetsResponse.builder()
            .availabilityZones(changed.resource().availabilityZones())
            .ipAddressType(type)
            .build());
  }

  /** The load balancer, reached at these nodes by clients of this type. */
  static BalancerConfig reached(BalancerConfig balancer, List<Node> nodes, IpAddressType type) {
    return balancer
        .withNodes(nodes)
        .withResource(
            balancer
                .resource()
                .copy(b -> b.ipAddressType(type).availabilityZones(Network.shown(nodes, type))));
  }

  SetSecurityGroupsResponse securityGroups(SetSecurityGroupsRequest request) throws ApiException {
    return configuration.change(
        config -> {
          BalancerConfig balancer = Lookup.balancer(config, request.loadBalancerArn());
          if (request.securityGroups().isEmpty()) {
            throw ApiException.validation("At least one security group must be specified");
          }
          if (request.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic() != null) {
            throw ApiException.configuration(
                "Security group rules on PrivateLink traffic are not supported on load balancers with type 'application'");
          }
          List<String> groups =
              network.securityGroups(request.securityGroups(), balancer.resource().vpcId());
          return new Changed<>(
              config.with(
                  balancer.withResource(balancer.resource().copy(b -> b.securityGroups(groups)))),
              SetSecurityGroupsResponse.builder().securityGroupIds(groups).build());
        });
  }

  SetIpAddressTypeResponse ipAddressType(SetIpAddressTypeRequest request) throws ApiException {
    return configuration.change(
        config -> {
          BalancerConfig balancer = Lookup.balancer(config, request.loadBalancerArn());
          IpAddressType type = request.ipAddressType();
          network.checkIpv6(balancer.nodes(), type);
          BalancerConfig changed =
              reached(balancer, Network.withIpv6(balancer.nodes(), type), type);
          Associations.addressTypes(config, changed, Associations.groups(changed));
          return new Changed<>(
              config.with(changed),
              SetIpAddressTypeResponse.builder().ipAddressType(request.ipAddressType()).build());
        });
  }
}
